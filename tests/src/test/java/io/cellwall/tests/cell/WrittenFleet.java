package io.cellwall.tests.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** An inventory with the example's fleet and zones and these cells, written, read and validated. */
record WrittenFleet(Inventory inventory) {

  static final Path ROOT = Path.of(System.getProperty("cellwall.root"));

  static WrittenFleet of(List<CellText> cells) {
    try {
      Path folder = Files.createTempDirectory("cells");
      try {
        return new WrittenFleet(read(folder, cells));
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Inventory read(Path folder, List<CellText> cells) throws IOException {
    Path example = ROOT.resolve("regions/inventory");
    Files.createDirectories(folder.resolve("zones"));
    Files.createDirectories(folder.resolve("cells"));
    // Two cells cannot each have a tenth of the users at most.
    Files.writeString(
        folder.resolve("fleet.yaml"),
        Files.readString(example.resolve("fleet.yaml"))
            .replace("cellShare: 10%", "cellShare: 100%"));
    for (String zone : List.of("eu", "in", "us")) {
      Files.copy(
          example.resolve("zones/" + zone + ".yaml"), folder.resolve("zones/" + zone + ".yaml"));
    }
    for (CellText cell : cells) {
      Files.writeString(folder.resolve("cells/" + cell.name() + ".yaml"), cell.yaml());
    }
    InventoryReading reading = InventoryReader.read(folder);
    assertThat(reading.findings()).noneMatch(Finding::blocks);
    return reading.inventory().orElseThrow();
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** What the real program declares for a cell. */
  ResourceGraph graph(CellText cell) {
    StackProgram stack = Stacks.find(inventory, cell.name()).orElseThrow();
    return StackCapture.capture("cellwall", cell.name(), stack::declare);
  }
}
