package io.cellwall.fleet.inventory;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.regions.schema.InventorySchema;
import io.cellwall.regions.written.FileKind;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints the JSON Schema of a kind of file. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of a kind of inventory file.",
    mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "KIND", description = "fleet, zone, cell or waivers.")
  private String kind = "";

  @Override
  public Integer call() {
    Optional<FileKind> named =
        Arrays.stream(FileKind.values()).filter(each -> each.label().equals(kind)).findFirst();
    if (named.isEmpty()) {
      throw new UsageException(
          "\"%s\" is no kind of inventory file; the kinds are %s"
              .formatted(
                  kind,
                  Arrays.stream(FileKind.values())
                      .map(FileKind::label)
                      .collect(Collectors.joining(", "))));
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(InventorySchema.of(named.get()));
    out.flush();
    return ExitCode.CLEAN;
  }
}
