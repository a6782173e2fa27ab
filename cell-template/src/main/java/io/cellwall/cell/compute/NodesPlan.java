package io.cellwall.cell.compute;

import io.cellwall.cell.role.RolePlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.function.Function;

/** Who provides the cluster's nodes. */
public sealed interface NodesPlan {

  /** The role that instances run as. */
  RolePlan role();

  /** What one makes of this: a choice that no kind of nodes can be left out of. */
  <T> T choose(Function<AutoMode, T> autoMode, Function<NodeGroups, T> nodeGroups);

  /**
   * EKS Auto Mode: AWS runs nodes, load balancing and block storage.
   *
   * @param pools the node pools that EKS keeps
   * @param role the role that instances run as; EKS admits it to the cluster by itself
   * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/automode.html">EKS Auto Mode</a>
   */
  record AutoMode(List<String> pools, RolePlan role) implements NodesPlan {
    public AutoMode {
      pools = List.copyOf(pools);
    }

    @Override
    public <T> T choose(Function<AutoMode, T> autoMode, Function<NodeGroups, T> nodeGroups) {
      return autoMode.apply(this);
    }
  }

  /**
   * Managed node groups, one for each availability zone, so that the cell's autoscaler can keep
   * volumes and nodes together.
   *
   * @param groups the groups, in the order of their zones
   * @param template how their instances are started
   * @param role the role that instances run as; EKS admits it to the cluster by itself
   */
  record NodeGroups(List<NodeGroupPlan> groups, LaunchPlan template, RolePlan role)
      implements NodesPlan {
    public NodeGroups {
      groups = List.copyOf(groups);
    }

    @Override
    public <T> T choose(Function<AutoMode, T> autoMode, Function<NodeGroups, T> nodeGroups) {
      return nodeGroups.apply(this);
    }
  }

  /** The nodes of a cell. */
  static NodesPlan of(Place place, Cell cell, Arn boundary) {
    RolePlan role = NodeRole.plan(place, boundary);
    return switch (cell.compute().nodes()) {
      case AUTO_MODE -> new AutoMode(List.of("general-purpose", "system"), role);
      case NODE_GROUPS -> new NodeGroups(NodeGroupPlan.of(place, cell), LaunchPlan.of(place), role);
    };
  }
}
