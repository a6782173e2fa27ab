package io.cellwall.policies.iam.document;

/** What a statement does with what it matches. */
public enum Effect {
  ALLOW,
  DENY
}
