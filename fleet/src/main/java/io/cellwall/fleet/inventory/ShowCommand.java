package io.cellwall.fleet.inventory;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.Inert;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Everything that the inventory says of one cell. */
@Command(
    name = "show",
    description = "Show everything that the inventory says of a cell.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ShowCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Parameters(index = "0", paramLabel = "CELL", description = "The cell's name.")
  private String name = "";

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    ObjectNode cell = CellJson.of(read.get(), find(read.get()));
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> cell.properties().forEach(each -> print(out, each.getKey(), each.getValue()));
      case JSON -> {
        ObjectNode object = JsonOutput.object();
        object.set("cell", cell);
        object.set("findings", JsonOutput.findings(inventory.warnings()));
        JsonOutput.print(out, object);
      }
    }
    out.flush();
    return ExitCode.CLEAN;
  }

  private Cell find(Inventory fleet) {
    return fleet.cells().values().stream()
        .filter(cell -> cell.name().toString().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new UsageException(
                    "the inventory has no cell \"%s\"; its cells are:%n  %s"
                        .formatted(
                            name,
                            fleet.cells().keySet().stream()
                                .map(Object::toString)
                                .collect(Collectors.joining("%n  ".formatted())))));
  }

  private static void print(PrintWriter out, String key, JsonNode value) {
    if (value.isObject()) {
      value.properties().forEach(each -> print(out, key + "." + each.getKey(), each.getValue()));
      return;
    }
    String text =
        value.isArray()
            ? value.valueStream().map(JsonNode::asString).collect(Collectors.joining(", "))
            : value.asString();
    out.printf("%-26s %s%n", key, Inert.text(text));
  }
}
