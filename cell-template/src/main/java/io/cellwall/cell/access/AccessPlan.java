package io.cellwall.cell.access;

import io.cellwall.cell.compute.ClusterAccessPlan;
import io.cellwall.cell.role.PodRolePlan;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;

/**
 * Who may work on and in the cell.
 *
 * @param operator the role that people take to look at the cell
 * @param breakGlass the role that people take in an emergency; its every use is told
 * @param pods the roles of pods
 */
public record AccessPlan(PersonRole operator, PersonRole breakGlass, List<PodRolePlan> pods) {

  public AccessPlan {
    pods = List.copyOf(pods);
  }

  /**
   * A role that people take.
   *
   * @param role the role
   * @param cluster what it may do in the cluster
   */
  public record PersonRole(RolePlan role, ClusterAccessPlan cluster) {}

  /** The roles that people take. */
  public List<PersonRole> people() {
    return List.of(operator, breakGlass);
  }

  /** Who may work on and in a cell, whose roles carry the boundary. */
  public static AccessPlan of(Place place, Cell cell, Arn boundary) {
    return new AccessPlan(
        OperatorRole.plan(place, boundary),
        BreakGlassRole.plan(place, boundary),
        new PlatformPods(place, boundary).of(cell));
  }
}
