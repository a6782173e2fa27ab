package io.cellwall.regions.validation;

import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.written.WaiverFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Set;
import java.util.stream.Collectors;

/** A file of waivers is named after a cell that the inventory does not have. */
final class WaiverOfUnknownCell implements InventoryRule {

  @Override
  public void check(WrittenInventory inventory, Report report) {
    Set<String> cells =
        inventory.cellsByName().keySet().stream().map(Object::toString).collect(Collectors.toSet());
    for (WrittenFile<String, WaiverFile> file : inventory.waivers()) {
      file.name()
          .value()
          .filter(name -> !name.equals(Waiver.FLEET) && !cells.contains(name))
          .ifPresent(
              name ->
                  report.violation(
                      file,
                      file.name(),
                      "is for the cell " + name + ", which the inventory does not have",
                      "Name the file after a cell, or fleet.yaml for an edge's stack."));
    }
  }
}
