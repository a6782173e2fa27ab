package io.cellwall.policies.pulumi;

import java.util.Optional;

/**
 * URNs as the engine makes them: {@code urn:pulumi:stack::project::parentType$type::name}.
 *
 * @see <a href="https://www.pulumi.com/docs/iac/concepts/resources/names/#urns">URNs</a>
 */
final class Urns {

  static final String STACK_TYPE = "pulumi:pulumi:Stack";

  private Urns() {}

  /** The URN of a resource; the stack itself does not count as a parent type. */
  static String of(
      String project, String stack, Optional<String> parent, String type, String name) {
    String types =
        parent
            .map(Urns::types)
            .filter(above -> !above.equals(STACK_TYPE))
            .map(above -> above + "$" + type)
            .orElse(type);
    return "urn:pulumi:" + stack + "::" + project + "::" + types + "::" + name;
  }

  // urn:pulumi:<stack>::<project>::<types>::<name>; only the name may hold "::" itself.
  private static String types(String urn) {
    String[] parts = urn.split("::", 4);
    if (parts.length != 4) {
      throw new IllegalArgumentException("\"" + urn + "\" is not a URN");
    }
    return parts[2];
  }
}
