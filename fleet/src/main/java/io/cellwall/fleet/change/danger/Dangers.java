package io.cellwall.fleet.change.danger;

import io.cellwall.regions.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * All rules of what stands out.
 *
 * @param rules in the order in which they are shown, the worst first
 */
public record Dangers(List<DangerRule> rules) {

  /** The rules that need nothing but graphs and inventories. */
  private static final List<DangerRule> OWN =
      List.of(
          new StatefulDeleted(),
          new StatefulReplaced(),
          new GuardRemoved(),
          new ZoneChanged(),
          new PermissionGrew(),
          new ConnectorAdded(),
          new ConnectorRemoved(),
          new CidrChanged(),
          new WaiverAdded(),
          new WaiverEndsSoon());

  public Dangers {
    rules = List.copyOf(rules);
  }

  /** The rules of this package, and others. */
  public static Dangers with(List<DangerRule> others) {
    return new Dangers(Stream.concat(OWN.stream(), others.stream()).toList());
  }

  /** Ids of all rules. */
  public List<String> ids() {
    return rules.stream().map(DangerRule::id).toList();
  }

  /** What stands out of a stack, in the order of the rules. */
  public List<Finding> of(StackDelta delta) {
    List<Finding> found = new ArrayList<>();
    rules.forEach(rule -> found.addAll(rule.inStack(delta)));
    return List.copyOf(found);
  }

  /** What stands out of the fleet as a whole, in the order of the rules. */
  public List<Finding> of(FleetDelta delta) {
    List<Finding> found = new ArrayList<>();
    rules.forEach(rule -> found.addAll(rule.inFleet(delta)));
    return List.copyOf(found);
  }
}
