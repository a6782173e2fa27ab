package io.cellwall.fleet.change.danger;

import io.cellwall.fleet.change.ResourceChange;
import io.cellwall.fleet.change.StackChange;
import io.cellwall.fleet.change.StackSides;
import io.cellwall.regions.model.Inventory;
import java.util.stream.Stream;

/**
 * A stack that changes or goes.
 *
 * @param change what becomes of it
 * @param sides its graphs
 * @param before the inventory as it was
 * @param after the inventory as it becomes
 */
public record StackDelta(StackChange change, StackSides sides, Inventory before, Inventory after) {

  Stream<ResourceChange> resources() {
    return change.resources().stream();
  }

  boolean goes() {
    return change.kind() == StackChange.Kind.DELETED;
  }
}
