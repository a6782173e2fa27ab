package io.cellwall.policies.iam.access;

/**
 * A principal and a resource that are not proven apart.
 *
 * @param principal who
 * @param resource what
 * @param verdict a witness, or why it is undecided
 */
public record Crossing(Principal principal, Resource resource, AccessVerdict verdict) {}
