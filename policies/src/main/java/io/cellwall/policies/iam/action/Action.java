package io.cellwall.policies.iam.action;

import java.util.List;

/**
 * One action that AWS has.
 *
 * @param service its prefix: {@code s3}
 * @param name as AWS writes it: {@code GetObject}
 * @param types what it acts on; none: it names no resource
 * @param underResourceControl whether resource control policies apply to its service
 */
public record Action(
    String service, String name, List<ResourceType> types, boolean underResourceControl) {

  public Action {
    types = List.copyOf(types);
  }

  /** {@code s3:GetObject}. */
  @Override
  public String toString() {
    return service + ":" + name;
  }
}
