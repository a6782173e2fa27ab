package io.cellwall.fleet.guardrails;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.preview.StackSelection;
import io.cellwall.policies.guardrails.Guardrail;
import io.cellwall.policies.guardrails.Guardrails;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.ZoneName;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the walls as policies of AWS's own. */
@Command(
    name = "guardrails",
    description =
        "Make service control, resource control and VPC endpoint policies from the inventory, so"
            + " that the walls hold for what no program declares. Without --stack or --zone: all.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class GuardrailsCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @ArgGroup private Places places = new Places();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Write each policy to a file of its name in this folder.")
  private @Nullable Path out;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  /** Which places; of stacks and zones only one kind at a time. */
  static final class Places {

    @Option(
        names = "--stack",
        paramLabel = "NAME",
        description = "Only this stack's; a name or a glob such as 'eu-*'. May be repeated.")
    private List<String> stacks = new ArrayList<>();

    @Option(
        names = "--zone",
        paramLabel = "ZONE",
        description = "Only those of the zone as a whole. May be repeated.")
    private List<String> zones = new ArrayList<>();
  }

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    List<Guardrail> guardrails = guardrails(read.get());
    List<Finding> findings = Guardrails.findings(guardrails);
    Optional<Path> folder = Optional.ofNullable(out);
    folder.ifPresent(to -> guardrails.forEach(guardrail -> write(to, guardrail)));
    PrintWriter printer = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> GuardrailsText.print(printer, guardrails, findings, folder);
      case JSON -> JsonOutput.print(printer, GuardrailsJson.of(guardrails, findings));
    }
    printer.flush();
    return findings.isEmpty() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private List<Guardrail> guardrails(Inventory fleet) {
    List<Guardrail> guardrails = new ArrayList<>();
    if (places.stacks.isEmpty()) {
      zones(fleet).forEach(zone -> guardrails.addAll(Guardrails.of(fleet, zone)));
    }
    if (places.zones.isEmpty()) {
      StackSelection.choose(Guardrails.stacks(fleet), StackName::value, places.stacks)
          .forEach(stack -> guardrails.addAll(Guardrails.of(fleet, stack)));
    }
    return guardrails;
  }

  private List<ZoneName> zones(Inventory fleet) {
    if (places.zones.isEmpty()) {
      return List.copyOf(fleet.zones().keySet());
    }
    List<ZoneName> chosen =
        fleet.zones().keySet().stream().filter(z -> places.zones.contains(z.value())).toList();
    if (chosen.size() < places.zones.stream().distinct().count()) {
      throw new UsageException(
          "the zones of this inventory are %s, not all of %s"
              .formatted(fleet.zones().keySet(), places.zones));
    }
    return chosen;
  }

  // AWS counts every character, a line break at the end too.
  private static void write(Path folder, Guardrail guardrail) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve(guardrail.name() + ".json"), guardrail.json());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + folder, e);
    }
  }
}
