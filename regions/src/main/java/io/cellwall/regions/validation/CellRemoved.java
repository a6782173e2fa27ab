package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Set;

/**
 * A cell's file stays, also of a retired cell: it keeps name and addresses from being used again.
 */
final class CellRemoved implements ChangeRule {
  @Override
  public void check(WrittenInventory base, WrittenInventory head, Report report) {
    Set<CellName> after = head.cellsByName().keySet();
    for (WrittenFile<CellName, CellFile> file : base.cells()) {
      if (file.name().value().isPresent() && !after.contains(file.name().get())) {
        report.violation(
            file,
            file.name(),
            "the cell's file is gone",
            "Put it back; a cell that is no longer there has state: retired.");
      }
    }
  }
}
