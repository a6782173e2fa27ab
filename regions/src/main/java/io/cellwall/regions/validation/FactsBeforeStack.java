package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A planned cell has no facts: nothing of it exists. */
final class FactsBeforeStack implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      if (cell.state().is(CellState.PLANNED) && cell.facts().written()) {
        report.violation(
            file,
            cell.facts(),
            "state is planned and there are facts, as if the cell existed",
            "Remove the facts, or write state: provisioning.");
      }
    }
  }
}
