package io.cellwall.wiring.key;

import io.cellwall.wiring.policy.PolicyDocument;

/**
 * A KMS key to make.
 *
 * @param name the resource's name and the {@code Name} tag
 * @param alias {@code alias/<name>}
 * @param description what it encrypts
 * @param policy whom it admits
 */
public record KeyPlan(String name, String alias, String description, PolicyDocument policy) {

  /** A key whose alias is its name. */
  public static KeyPlan of(String name, String description, PolicyDocument policy) {
    return new KeyPlan(name, "alias/" + name, description, policy);
  }
}
