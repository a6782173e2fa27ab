package io.cellwall.regions.growth;

import io.cellwall.regions.addresses.AddressPlan;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.SizeClass;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.reading.DraftFile;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Works out the next cell of a region: the next free number and the next free addresses. */
public final class NextCell {

  private static final int LAST_NUMBER = 99;

  private NextCell() {}

  /**
   * What came of a request.
   *
   * @param file the cell's file, not yet written; present if and only if no finding blocks
   * @param findings why there is none: what is wrong with the inventory, with or without the new
   *     cell; warnings too
   */
  public record Draft(Optional<CellDraft> file, List<Finding> findings) {
    public Draft {
      findings = findings.stream().sorted().toList();
    }
  }

  /**
   * Drafts the file of the next cell, and judges the inventory as if it were there. Writes nothing:
   * {@link CellDraft#write()} does.
   *
   * @param directory the inventory's directory
   * @param request what was decided about the cell
   */
  public static Draft draft(Path directory, CellRequest request) {
    InventoryReading now = InventoryReader.read(directory);
    if (now.inventory().isEmpty()) {
      return new Draft(Optional.empty(), now.findings());
    }
    Inventory inventory = now.inventory().get();
    Source source = Source.ofFile(directory.toString().replace('\\', '/'));
    List<Finding> refusals = new ArrayList<>();

    Optional<Zone> zone = inventory.zoneOf(request.region());
    if (zone.isEmpty()) {
      refusals.add(
          refusal(
              "RegionInNoZone",
              source,
              "region " + request.region() + " is in no zone",
              "Add it to the regions of a zone, or choose another."));
    }
    OptionalInt number = nextNumber(inventory, request.region());
    if (number.isEmpty()) {
      refusals.add(
          refusal(
              "CellNumbersUsedUp",
              source,
              "region %s has used the cell numbers up to %d"
                  .formatted(request.region(), LAST_NUMBER),
              "Numbers are never used again: choose another region of the zone."));
    }
    int prefixLength = sizeOf(inventory, request).prefixLength();
    Optional<Cidr> cidr = AddressPlan.of(inventory).next(prefixLength);
    if (cidr.isEmpty()) {
      refusals.add(
          refusal(
              "AddressPoolFull",
              source,
              "the address pool %s has no free /%d"
                  .formatted(inventory.fleet().addressPool(), prefixLength),
              "Choose a smaller size class, or a larger pool that contains this one."));
    }
    if (zone.isEmpty() || number.isEmpty() || cidr.isEmpty()) {
      return new Draft(Optional.empty(), refusals);
    }
    CellName name = new CellName(request.region(), number.getAsInt());
    return judged(directory, name, CellText.render(name, zone.get().name(), cidr.get(), request));
  }

  private static Draft judged(Path directory, CellName name, String text) {
    DraftFile file = DraftFile.of(name, text);
    InventoryReading after = InventoryReader.readWith(directory, file);
    return new Draft(
        after.inventory().map(ignored -> new CellDraft(name, file.pathIn(directory), text)),
        after.findings());
  }

  // After the highest, not in a gap: a gap is a number that somebody has used.
  private static OptionalInt nextNumber(Inventory inventory, Region region) {
    int highest =
        inventory.cells().keySet().stream()
            .filter(name -> name.region().equals(region))
            .mapToInt(CellName::number)
            .max()
            .orElse(0);
    return highest < LAST_NUMBER ? OptionalInt.of(highest + 1) : OptionalInt.empty();
  }

  private static SizeClass sizeOf(Inventory inventory, CellRequest request) {
    SizeClass size = inventory.fleet().sizes().get(request.size());
    if (size == null) {
      throw new IllegalStateException("a valid fleet has every size class");
    }
    return size;
  }

  private static Finding refusal(String rule, Source source, String message, String hint) {
    return new Finding(
        rule, Severity.VIOLATION, "inventory", message, hint, List.of(), Optional.of(source));
  }
}
