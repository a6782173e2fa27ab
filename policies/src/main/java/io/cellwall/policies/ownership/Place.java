package io.cellwall.policies.ownership;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.ZoneName;
import java.util.Optional;

/** Something of the inventory that owns accounts, addresses and names. */
sealed interface Place {

  /** Its stack. */
  StackName stack();

  /** The zone it belongs to; the global edge belongs to none. */
  Optional<ZoneName> zone();

  /** A cell, a retired one too: its addresses and its account are never given away. */
  record OfCell(CellName cell, ZoneName home, CellState state) implements Place {
    static OfCell of(Holdings.OfCell cell) {
      return new OfCell(cell.name(), cell.zone(), cell.state());
    }

    @Override
    public StackName stack() {
      return new StackName.OfCell(cell);
    }

    @Override
    public Optional<ZoneName> zone() {
      return Optional.of(home);
    }
  }

  /** The edge of a zone. */
  record OfZoneEdge(ZoneName home) implements Place {
    @Override
    public StackName stack() {
      return new StackName.OfZoneEdge(home);
    }

    @Override
    public Optional<ZoneName> zone() {
      return Optional.of(home);
    }
  }

  /** The routers of one region. */
  record OfRegionEdge(Region region, ZoneName home) implements Place {
    @Override
    public StackName stack() {
      return new StackName.OfRegionEdge(region);
    }

    @Override
    public Optional<ZoneName> zone() {
      return Optional.of(home);
    }
  }

  /** The stack above the zones. */
  record OfGlobalEdge() implements Place {
    @Override
    public StackName stack() {
      return new StackName.OfGlobalEdge();
    }

    @Override
    public Optional<ZoneName> zone() {
      return Optional.empty();
    }
  }
}
