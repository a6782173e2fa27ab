package io.cellwall.controlplane;

import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.reading.InventoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;

/** Stacks of the example fleet, and the types that each kind creates. */
public final class ExampleStacks {

  private static final Path MODULE =
      Path.of(System.getProperty("cellwall.root"), "control-plane", "src", "test", "resources");

  private ExampleStacks() {}

  /** The example fleet. */
  public static Inventory inventory() {
    return InventoryReader.read(
            Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
        .inventory()
        .orElseThrow();
  }

  /** The types that a stack creates, as the fleet's own preview counted them. */
  public static SortedSet<String> types(StackName stack) throws IOException {
    String kind;
    if (stack instanceof StackName.OfCell) {
      kind = "cell";
    } else if (stack instanceof StackName.OfRegionEdge) {
      kind = "edge-of-region";
    } else if (stack instanceof StackName.OfZoneEdge) {
      kind = "edge-of-zone";
    } else {
      kind = "global-edge";
    }
    return new TreeSet<>(Files.readAllLines(resource("types/" + kind + ".txt")));
  }

  /** The plan of a stack with all its types. */
  public static ControlPlanePlan plan(String stack) throws IOException {
    StackName name = StackName.parse(stack);
    return ControlPlanePlan.of(inventory(), name, types(name));
  }

  /** An app that synthesizes into a folder, and says nothing to anybody. */
  static App app(Path out) {
    return new App(
        AppProps.builder()
            .outdir(out.toString())
            .analyticsReporting(false)
            .treeMetadata(false)
            .build());
  }

  /** A file of this module's test resources, in the source tree. */
  public static Path resource(String name) {
    return MODULE.resolve(name);
  }
}
