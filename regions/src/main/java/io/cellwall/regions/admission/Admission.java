package io.cellwall.regions.admission;

import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.EndpointServiceName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.reading.DraftFile;
import io.cellwall.regions.reading.FactsEdit;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import io.cellwall.regions.written.Scalar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks what a cell says of itself against what the inventory says of it, and works out the change
 * of the cell's file. Writes nothing: {@link AdmittedFile#write()} does.
 */
public final class Admission {

  private final CellName name;
  private final Descriptor descriptor;
  private final Refusals refusals;

  private Admission(CellName name, Descriptor descriptor, Source source) {
    this.name = name;
    this.descriptor = descriptor;
    this.refusals = new Refusals("cells/" + name, source);
  }

  /**
   * Judges a descriptor.
   *
   * @param directory the inventory's directory
   * @param name the cell that is to be admitted
   * @param descriptor what a cell says of itself
   * @param source the descriptor's file, for findings
   * @throws IOException if the cell's file cannot be read
   */
  public static AdmissionOutcome judge(
      Path directory, CellName name, Descriptor descriptor, Source source) throws IOException {
    InventoryReading now = InventoryReader.read(directory);
    if (now.inventory().isEmpty()) {
      return new AdmissionOutcome(Optional.empty(), now.findings());
    }
    return new Admission(name, descriptor, source).judge(directory, now.inventory().get());
  }

  private AdmissionOutcome judge(Path directory, Inventory inventory) throws IOException {
    Optional<Cell> cell = inventory.cell(name);
    if (cell.isEmpty()) {
      refusals.refuse(
          "CellUnknown",
          "cell " + name + " is not in the inventory",
          "Add it first: cellwall inventory add.");
      return new AdmissionOutcome(Optional.empty(), refusals.findings());
    }
    compare(cell.get());
    if (!refusals.findings().isEmpty()) {
      return new AdmissionOutcome(Optional.empty(), refusals.findings());
    }
    Path file = DraftFile.of(name, "").pathIn(directory);
    String before = Files.readString(file);
    String text = FactsEdit.with(before, descriptor.facts());
    InventoryReading after = InventoryReader.readWith(directory, DraftFile.of(name, text));
    after.inventory().ifPresent(changed -> onlyFactsChanged(inventory, changed));
    return new AdmissionOutcome(
        after.inventory().map(ignored -> new AdmittedFile(file, before, text)), after.findings());
  }

  private void compare(Cell cell) {
    if (cell.state() != CellState.PROVISIONING) {
      refusals.refuse(
          "CellNotProvisioning",
          "cell %s is %s; a cell is admitted while it is provisioning"
              .formatted(name, Scalar.label(cell.state())),
          cell.state() == CellState.PLANNED
              ? "Set state: provisioning in a change of its own, then build the cell."
              : "Facts of a cell that serves or is gone do not change.");
    }
    refusals.same("cell", descriptor.cell(), name);
    refusals.same("zone", descriptor.zone(), cell.zone());
    refusals.same("region", descriptor.region(), cell.region());
    refusals.same("account", descriptor.account(), cell.account());
    refusals.same("release", descriptor.release(), cell.release());
    Region of = EndpointServiceName.parse(descriptor.facts().endpointService()).region();
    if (!of.equals(cell.region())) {
      refusals.refuse(
          "DescriptorMismatch",
          "the descriptor's facts.endpointService is in %s; the cell is in %s"
              .formatted(of, cell.region()),
          "Find out where the descriptor comes from; do not edit it.");
    }
  }

  // The file is edited as text. Reading it again shows that the edit did what it was meant to.
  private void onlyFactsChanged(Inventory before, Inventory after) {
    Inventory expected =
        before.with(
            before
                .cell(name)
                .map(cell -> cell.with(descriptor.facts()))
                .orElseThrow(IllegalStateException::new));
    if (!after.equals(expected)) {
      throw new IllegalStateException("recording the facts of " + name + " changed something else");
    }
  }
}
