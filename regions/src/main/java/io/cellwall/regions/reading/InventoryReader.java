package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads an inventory from its directory, strictly, and reports all problems at once. */
public final class InventoryReader {

  private InventoryReader() {}

  /**
   * Reads and checks an inventory.
   *
   * @param directory where {@code fleet.yaml}, {@code zones/} and {@code cells/} are; findings name
   *     files by this path as it is given
   */
  public static InventoryReading read(Path directory) {
    return nothingYet(directory);
  }

  /**
   * Reads and checks an inventory, and what changed since another one.
   *
   * @param base the directory of the inventory as it was
   * @param directory the directory of the inventory as it is to be
   */
  public static InventoryReading readChange(Path base, Path directory) {
    return nothingYet(base.resolve(directory));
  }

  private static InventoryReading nothingYet(Path directory) {
    return new InventoryReading(
        Optional.empty(),
        List.of(
            new Finding(
                "NotReadYet",
                Severity.UNDECIDED,
                directory.toString(),
                "is not read yet",
                "",
                List.of(),
                Optional.empty())));
  }
}
