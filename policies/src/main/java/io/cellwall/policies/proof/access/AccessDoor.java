package io.cellwall.policies.proof.access;

import java.util.List;

/**
 * A statement that lets roles of another stack in, as the design declares.
 *
 * @param from the stack whose roles come in
 * @param to the stack whose resource it is
 * @param roles ARNs of the roles, sorted
 * @param actions what they may do, sorted
 * @param resource ARN of the resource
 */
public record AccessDoor(
    String from, String to, List<String> roles, List<String> actions, String resource) {
  public AccessDoor {
    roles = List.copyOf(roles);
    actions = List.copyOf(actions);
  }
}
