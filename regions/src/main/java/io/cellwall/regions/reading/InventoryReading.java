package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading an inventory.
 *
 * @param inventory the inventory; present if and only if no finding blocks
 * @param findings every problem of every file, sorted
 */
public record InventoryReading(Optional<Inventory> inventory, List<Finding> findings) {

  public InventoryReading {
    findings = findings.stream().sorted().toList();
    if (inventory.isPresent() == findings.stream().anyMatch(Finding::blocks)) {
      throw new IllegalArgumentException("an inventory is there if and only if nothing blocks");
    }
  }
}
