package io.cellwall.controlplane;

import io.cellwall.controlplane.state.StatePlan;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StateBackend;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * What must exist before one stack's first {@code pulumi up}: data alone, computed from the
 * inventory and from what the stack creates.
 *
 * @param stackName name of the CloudFormation stack
 * @param stack the Pulumi stack that it is for
 * @param account its account
 * @param region its region
 * @param partition AWS's partition of the region
 * @param tags what each resource is tagged with
 * @param state where the stack's state is kept
 */
public record ControlPlanePlan(
    String stackName,
    String stack,
    String account,
    String region,
    String partition,
    SortedMap<String, String> tags,
    StatePlan state) {

  public ControlPlanePlan {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /**
   * The control plane of one stack.
   *
   * @param resourceTypes the types, as Pulumi has them, of all resources that the stack creates
   * @throws IllegalArgumentException if the inventory has no such stack, or it is not known what a
   *     deploy role must be allowed for one of the types
   */
  public static ControlPlanePlan of(
      Inventory inventory, StackName stack, SortedSet<String> resourceTypes) {
    StackHome home = StackHome.of(inventory, stack);
    return new ControlPlanePlan(
        StateBackend.PREFIX + stack,
        stack.value(),
        home.account().value(),
        home.region().code(),
        home.region().partition(),
        tags(inventory, home),
        StatePlan.of(new StateBackend(home)));
  }

  private static SortedMap<String, String> tags(Inventory inventory, StackHome home) {
    SortedMap<String, String> tags = new TreeMap<>();
    if (home.stack() instanceof StackName.OfCell) {
      tags.put("cell", home.stack().value());
    } else {
      tags.put("edge", home.stack().value());
    }
    tags.put("owner", inventory.fleet().owner());
    tags.put("region", home.region().code());
    tags.put("zone", home.zone().map(Object::toString).orElse("global"));
    return tags;
  }
}
