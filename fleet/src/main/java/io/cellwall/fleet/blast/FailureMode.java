package io.cellwall.fleet.blast;

import io.cellwall.regions.model.Failure;
import java.util.List;

/** Finds every failure of one kind that there can be in a fleet, and how far each goes. */
interface FailureMode {

  /** Each failure of this kind, in any order. */
  List<Reach> reaches(FleetView fleet);

  /** The one for a kind of failure. */
  static FailureMode of(Failure failure) {
    return switch (failure) {
      case NODE -> new NodeFailures();
      case AVAILABILITY_ZONE -> new AvailabilityZoneFailures();
      case CLUSTER -> new ClusterFailures();
      case REGION -> new RegionFailures();
      case CONFIGURATION -> new ConfigurationFailures();
      case DATA -> new DataFailures();
      case DEPENDENCY -> new DependencyFailures();
      case NOISY_NEIGHBOUR -> new NoisyNeighbours();
    };
  }
}
