package io.cellwall.fleet.inventory;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Table;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.written.Scalar;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Every cell on a line. */
@Command(
    name = "list",
    description = "List the cells.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class ListCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> table(read.get()).print(out);
      case JSON -> JsonOutput.print(out, json(read.get()));
    }
    out.flush();
    return ExitCode.CLEAN;
  }

  private static Table table(Inventory inventory) {
    Table table =
        new Table()
            .text("CELL")
            .text("ZONE")
            .text("STATE")
            .text("SIZE")
            .number("USERS")
            .number("SHARE")
            .text("CIDR")
            .text("ACCOUNT")
            .text("RELEASE")
            .text("WHEN UNHEALTHY");
    for (Cell cell : inventory.cells().values()) {
      table.row(
          cell.name(),
          cell.zone(),
          Scalar.label(cell.state()),
          Scalar.label(cell.size()),
          String.format(Locale.ROOT, "%,d", cell.users()),
          TenantShare.of(cell.users(), inventory.users()),
          cell.cidr(),
          cell.account(),
          cell.release(),
          cell.whenUnhealthy().label()
              + cell.whenUnhealthy().standbyCell().map(standby -> " " + standby).orElse(""));
    }
    return table;
  }

  private ObjectNode json(Inventory inventory) {
    ObjectNode object = JsonOutput.object();
    ArrayNode cells = object.putArray("cells");
    inventory.cells().values().forEach(cell -> cells.add(CellJson.of(inventory, cell)));
    object.set("findings", JsonOutput.findings(this.inventory.warnings()));
    return object;
  }
}
