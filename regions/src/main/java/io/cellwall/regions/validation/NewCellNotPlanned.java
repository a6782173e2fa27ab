package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Set;

/** A new cell begins as planned or provisioning: it was not admitted yet. */
final class NewCellNotPlanned implements ChangeRule {
  @Override
  public void check(WrittenInventory base, WrittenInventory head, Report report) {
    Set<CellName> before = base.cellsByName().keySet();
    for (WrittenFile<CellName, CellFile> file : head.cells()) {
      CellState state = file.content().state().orNull();
      if (state != null
          && file.name().value().map(name -> !before.contains(name)).orElse(false)
          && state != CellState.PLANNED
          && state != CellState.PROVISIONING) {
        report.violation(
            file,
            file.content().state(),
            "the cell is new and its state is " + Scalar.label(state),
            "Begin with state: planned.");
      }
    }
  }
}
