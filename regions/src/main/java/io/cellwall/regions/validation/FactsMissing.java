package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;

/** A cell that serves users was admitted, and admission records its facts. */
final class FactsMissing implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<CellName, CellFile> file : inventory.cells()) {
      CellFile cell = file.content();

      if (cell.serves() && !cell.facts().written()) {
        report.violation(
            file,
            cell.state(),
            "state is " + Scalar.label(cell.state().get()) + " and the facts are missing",
            "Admit the cell: cellwall inventory admit "
                + file.name().value().map(CellName::toString).orElse("CELL")
                + ".");
      }
    }
  }
}
