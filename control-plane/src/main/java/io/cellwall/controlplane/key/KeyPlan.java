package io.cellwall.controlplane.key;

import io.cellwall.controlplane.policy.PolicyDocument;

/**
 * A key of this region alone, turned over every year. It stays when its stack goes.
 *
 * @param alias its alias
 * @param description what it encrypts
 * @param policy who administers and who uses it
 */
public record KeyPlan(String alias, String description, PolicyDocument policy) {}
