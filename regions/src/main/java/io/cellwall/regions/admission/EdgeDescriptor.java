package io.cellwall.regions.admission;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.EdgeFacts;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.ZoneFacts;
import io.cellwall.regions.model.ZoneName;

/** What an edge says it is. It publishes it in its own account once it is built. */
public sealed interface EdgeDescriptor {

  /** The stack's name. */
  StackName stack();

  /** The zone that it serves. */
  ZoneName zone();

  /** The region that it lies in; a zone's edge has its writer region. */
  Region region();

  /** The account that it lies in. */
  AccountId account();

  /** Of a zone's edge. */
  record OfZone(ZoneName zone, Region region, AccountId account, ZoneFacts facts)
      implements EdgeDescriptor {
    @Override
    public StackName stack() {
      return new StackName.OfZoneEdge(zone);
    }
  }

  /** Of a region's edge. */
  record OfRegion(ZoneName zone, Region region, AccountId account, EdgeFacts facts)
      implements EdgeDescriptor {
    @Override
    public StackName stack() {
      return new StackName.OfRegionEdge(region);
    }
  }
}
