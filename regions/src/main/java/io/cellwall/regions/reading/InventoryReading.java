package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Inventory;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading an inventory.
 *
 * @param inventory the inventory; present if and only if no finding blocks
 * @param findings every problem of every file, sorted
 * @param waivers the waivers, in the order of the files; none where the inventory is not valid
 * @param budgets the budgets of the blast radius; none where the inventory is not valid
 */
public record InventoryReading(
    Optional<Inventory> inventory,
    List<Finding> findings,
    List<Waiver> waivers,
    List<BlastBudget> budgets) {

  public InventoryReading {
    waivers = List.copyOf(waivers);
    budgets = List.copyOf(budgets);
    findings = findings.stream().sorted().toList();
    if (inventory.isPresent() == findings.stream().anyMatch(Finding::blocks)) {
      throw new IllegalArgumentException("an inventory is there if and only if nothing blocks");
    }
  }
}
