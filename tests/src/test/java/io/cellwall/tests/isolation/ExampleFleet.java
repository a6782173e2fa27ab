package io.cellwall.tests.isolation;

import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.nio.file.Path;

/** The inventory that ships with the product. */
final class ExampleFleet {

  static final Path FOLDER = Path.of(System.getProperty("cellwall.root"), "regions", "inventory");

  private ExampleFleet() {}

  static Inventory read() {
    InventoryReading reading = InventoryReader.read(FOLDER);
    return reading
        .inventory()
        .orElseThrow(() -> new AssertionError("not valid: " + reading.findings()));
  }
}
