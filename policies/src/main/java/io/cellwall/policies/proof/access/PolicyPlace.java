package io.cellwall.policies.proof.access;

/**
 * Where a policy document stands.
 *
 * @param urn the resource that holds it
 * @param property the property that holds it
 * @param secret whether it must not be shown
 */
public record PolicyPlace(String urn, String property, boolean secret) {

  /** The name that the document bears, and so the beginning of each of its statements' labels. */
  String document() {
    return urn.substring(urn.lastIndexOf("::") + 2) + " " + property;
  }
}
