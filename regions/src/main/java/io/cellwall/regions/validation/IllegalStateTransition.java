package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Scalar;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Map;
import java.util.stream.Collectors;

/** A cell goes through its life in the order that the states allow. */
final class IllegalStateTransition implements ChangeRule {
  @Override
  public void check(WrittenInventory base, WrittenInventory head, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> before = base.cellsByName();
    for (WrittenFile<CellName, CellFile> file : head.cells()) {
      CellName name = file.name().orNull();
      WrittenFile<CellName, CellFile> was = name == null ? null : before.get(name);
      if (was != null) {

        CellState from = was.content().state().orNull();
        CellState to = file.content().state().orNull();
        if (from != null && to != null && !from.mayBecome(to)) {
          report.violation(
              file,
              file.content().state(),
              "state goes from %s to %s; from %s a cell may become %s"
                  .formatted(Scalar.label(from), Scalar.label(to), Scalar.label(from), next(from)),
              from == CellState.RETIRED
                  ? "A retired cell never comes back: add a new one."
                  : "Make one step at a time, each in a change of its own.");
        }
      }
    }
  }

  private static String next(CellState from) {
    String labels =
        from.next().stream().sorted().map(Scalar::label).collect(Collectors.joining(" or "));
    return labels.isEmpty() ? "nothing else" : labels;
  }
}
