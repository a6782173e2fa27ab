package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.validation.InventoryRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads an inventory from its directory, strictly, and reports all problems at once. */
public final class InventoryReader {

  private InventoryReader() {}

  /**
   * Reads and checks an inventory.
   *
   * @param directory where {@code fleet.yaml}, {@code zones/}, {@code cells/} and {@code waivers/}
   *     are; findings name files by this path as it is given
   */
  public static InventoryReading read(Path directory) {
    return judged(WrittenReader.read(directory, Optional.empty()), List.of());
  }

  /**
   * Reads and checks an inventory as if one file of a cell or a zone were this one; writes nothing.
   *
   * @param directory the directory of the inventory
   * @param draft the file; where it is there already, it is not read
   */
  public static InventoryReading readWith(Path directory, DraftFile draft) {
    return judged(WrittenReader.read(directory, Optional.of(draft)), List.of());
  }

  /**
   * Reads and checks an inventory, and what changed since another one.
   *
   * <p>Of the base only what cannot be read is reported: it was judged when it was new.
   *
   * @param base the directory of the inventory as it was
   * @param directory the directory of the inventory as it is to be
   */
  public static InventoryReading readChange(Path base, Path directory) {
    WrittenReader.Result before = WrittenReader.read(base, Optional.empty());
    WrittenReader.Result after = WrittenReader.read(directory, Optional.empty());
    List<Finding> changes =
        new ArrayList<>(InventoryRules.checkChange(before.written(), after.written()));
    long blocking = before.findings().stream().filter(Finding::blocks).count();
    if (blocking > 0) {
      changes.add(unreadableBase(base, blocking));
    }
    return judged(after, changes);
  }

  private static InventoryReading judged(WrittenReader.Result result, List<Finding> more) {
    List<Finding> findings = new ArrayList<>(result.findings());
    findings.addAll(InventoryRules.check(result.written()));
    findings.addAll(more);
    Optional<Inventory> inventory =
        findings.stream().anyMatch(Finding::blocks)
            ? Optional.empty()
            : Optional.of(InventoryAssembly.assemble(result.written()));
    return new InventoryReading(
        inventory,
        findings,
        inventory.isPresent() ? InventoryAssembly.waivers(result.written()) : List.of(),
        inventory.isPresent() ? InventoryAssembly.budgets(result.written()) : List.of());
  }

  private static Finding unreadableBase(Path base, long problems) {
    String shown = InventoryFiles.shown(base);
    return new Finding(
        "UnreadableBase",
        Severity.UNDECIDED,
        "base",
        "the base inventory has " + problems + " files or keys that cannot be read",
        "See them with: cellwall inventory validate --inventory " + shown,
        List.of(),
        Optional.of(Source.ofFile(shown)));
  }
}
