package io.cellwall.fleet.program;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.exceptions.RunException;
import io.cellwall.policies.pulumi.SdkThreads;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.nio.file.Path;
import java.util.stream.Collectors;

/**
 * What {@code pulumi up} runs, from the folder of {@code Pulumi.yaml}.
 *
 * <p>The inventory is {@code regions/inventory}, or the folder that the configuration key {@code
 * cellwall:inventory} names.
 */
public final class FleetProgram {

  private static final String DEFAULT_INVENTORY = "regions/inventory";

  private FleetProgram() {}

  public static void main(String[] arguments) {
    SdkThreads.prepare();
    SdkThreads.awake(
        () -> {
          Pulumi.run(FleetProgram::declare);
          return "it exits by itself";
        });
  }

  private static void declare(Context context) {
    InFlightTasks.calm();
    String folder = context.config("cellwall").get("inventory").orElse(DEFAULT_INVENTORY);
    program(read(Path.of(folder)), context.stackName()).declare(context);
  }

  static StackProgram program(Inventory inventory, String stack) {
    return Stacks.find(inventory, stack)
        .orElseThrow(
            () ->
                new RunException(
                    "stack \"%s\" is not in the inventory; its stacks are:\n  %s"
                        .formatted(
                            stack,
                            Stacks.of(inventory).stream()
                                .map(each -> each.name().value())
                                .collect(Collectors.joining("\n  ")))));
  }

  private static Inventory read(Path folder) {
    InventoryReading reading = InventoryReader.read(folder);
    return reading
        .inventory()
        .orElseThrow(
            () ->
                new RunException(
                    "the inventory in %s is not valid:\n%s"
                        .formatted(
                            folder,
                            reading.findings().stream()
                                .filter(Finding::blocks)
                                .map(FleetProgram::line)
                                .collect(Collectors.joining("\n")))));
  }

  private static String line(Finding finding) {
    return "  %s: %s (%s)"
        .formatted(
            finding.source().map(Object::toString).orElse(finding.subject()),
            finding.message(),
            finding.hint());
  }
}
