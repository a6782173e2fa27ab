package io.cellwall.fleet.controlplane;

import java.util.List;

/**
 * What changes of one resource of a template.
 *
 * @param section the template's section, {@code Resources} or another one
 * @param id its logical id, or the key in another section
 * @param type its type; of another section, empty
 * @param properties what changes inside it, if it stays
 */
record ResourceChange(
    Kind kind, String section, String id, String type, List<PropertyChange> properties) {

  /** Whether it comes, goes or stays. */
  enum Kind {
    ADDED("[+]"),
    REMOVED("[-]"),
    CHANGED("[~]");

    private final String sign;

    Kind(String sign) {
      this.sign = sign;
    }

    String sign() {
      return sign;
    }
  }

  /**
   * A value that differs.
   *
   * @param path where, with dots
   * @param before what it was, as JSON; empty if it was not
   * @param after what it is, as JSON; empty if it is no more
   */
  record PropertyChange(String path, String before, String after, Effect effect) {

    /** Whether it says who may do what. */
    boolean isAccess() {
      return path.matches(
          "(?:.*\\.)?(?:[A-Za-z]*Policy[A-Za-z]*|Policies|ManagedPolicyArns|PermissionsBoundary"
              + "|Principal|ClientIdList|ThumbprintList)(?:\\..*)?");
    }
  }

  ResourceChange {
    properties = List.copyOf(properties);
  }

  /** Whether CloudFormation replaces the resource, as far as it is known. */
  boolean replaces() {
    return properties.stream().anyMatch(each -> each.effect() == Effect.REPLACES);
  }

  /** Whether who may do what changes with it. */
  boolean isAccess() {
    return type.startsWith("AWS::IAM::")
        || type.endsWith("Policy")
        || properties.stream().anyMatch(PropertyChange::isAccess);
  }
}
