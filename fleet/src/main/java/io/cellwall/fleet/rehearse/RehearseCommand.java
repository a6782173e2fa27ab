package io.cellwall.fleet.rehearse;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.engine.EngineParts;
import io.cellwall.fleet.engine.PulumiCli;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Progress;
import io.cellwall.fleet.preview.StackSelection;
import io.cellwall.fleet.program.FleetProgram;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.regions.model.Inventory;
import io.cellwall.rehearsal.cloud.Faults;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes stacks through their life on the real engine, in a simulated AWS. */
@Command(
    name = "rehearse",
    description = {
      "Take stacks through their life on the real Pulumi engine, in a simulated AWS, judged by the"
          + " policy pack: preview, up, up again, refresh, a changed field, destroy.",
      "Needs no account and no network."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class RehearseCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Parameters(
      arity = "0..*",
      paramLabel = "STACK",
      description = "Names or globs of the stacks, such as 'eu-*'.")
  private List<String> stacks = new ArrayList<>();

  @Option(names = "--all", description = "Every stack of the inventory.")
  private boolean all;

  @Option(
      names = "--fault",
      paramLabel = "FAULT",
      description =
          "What goes wrong during the first update: refuse, throttle, fail-after, die or lose, then"
              + " :create, :update or :delete, then :NUMBER, then :TYPE, then ::NAME; or"
              + " slow:MILLISECONDS or region-down:REGION. May be repeated.")
  private List<String> faults = new ArrayList<>();

  @Option(
      names = "--policy-pack",
      paramLabel = "PATH",
      description = "The policy pack that judges previews and updates; default Cellwall's own.")
  private @Nullable Path pack;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where the rehearsal happens; default ${DEFAULT-VALUE}. It is emptied first.")
  private Path folder = Path.of(".cellwall", "rehearsal");

  @Option(
      names = "--prepare",
      description = "Only make the folder, and print what a shell needs to use it with pulumi.")
  private boolean prepare;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    faults.forEach(RehearseCommand::requireFault);
    EngineParts parts = new EngineParts(System.getenv());
    RehearsalFolder rehearsals = new RehearsalFolder(folder, program());
    if (prepare) {
      return prepare(rehearsals, parts, read.get());
    }
    if (stacks.isEmpty() && !all) {
      throw new UsageException("name the stacks to rehearse, or say --all");
    }
    List<StackProgram> chosen =
        StackSelection.choose(Stacks.of(read.get()), each -> each.name().value(), stacks);
    PulumiCli pulumi = rehearsals.pulumi(parts);
    rehearsals.renew();
    rehearsals.copyInventory(inventory.folder());
    RehearsedQuotas.grant(rehearsals.cloud(), read.get());
    long start = System.nanoTime();
    List<StackRehearsal> done = new ArrayList<>();
    PrintWriter out = spec.commandLine().getOut();
    try (Progress progress = new Progress(spec.commandLine().getErr(), chosen.size())) {
      for (StackProgram stack : chosen) {
        progress.next("rehearsing " + stack.name());
        StackRehearsal rehearsal =
            new Rehearsal(
                    rehearsals, pulumi, stack, packOptions(rehearsals), faults, progress::also)
                .run();
        done.add(rehearsal);
        if (format == Format.TEXT) {
          progress.clear();
          RehearseText.print(out, rehearsal);
        }
      }
    }
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    switch (format) {
      case TEXT -> RehearseText.summary(out, done, seconds, folder);
      case JSON -> JsonOutput.print(out, RehearseJson.of(done));
    }
    out.flush();
    return done.stream().anyMatch(StackRehearsal::failed) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private Integer prepare(RehearsalFolder rehearsals, EngineParts parts, Inventory fleet) {
    rehearsals.renew();
    rehearsals.copyInventory(inventory.folder());
    RehearsedQuotas.grant(rehearsals.cloud(), fleet);
    for (StackProgram stack : Stacks.of(fleet)) {
      rehearsals.configure(stack.name().value());
    }
    PrintWriter out = spec.commandLine().getOut();
    rehearsals
        .environment(parts)
        .forEach(
            (name, value) ->
                out.println("export " + name + "='" + value.replace("'", "'\\''") + "'"));
    out.flush();
    return ExitCode.CLEAN;
  }

  private static void requireFault(String text) {
    try {
      Faults.check(text);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private List<String> packOptions(RehearsalFolder rehearsals) {
    Path judging = pack == null ? rehearsals.pack() : pack.toAbsolutePath().normalize();
    return List.of("--policy-pack", judging.toString());
  }

  // The jar that this command runs from is the program that the engine runs.
  private static Path program() {
    // By its URI: the path of a URL has blanks in code.
    Path jar =
        Path.of(
            URI.create(
                FleetProgram.class.getProtectionDomain().getCodeSource().getLocation().toString()));
    if (!Files.isRegularFile(jar)) {
      throw new UsageException(
          "%s is no jar: the engine runs the packaged program; build it with ./cellwall build"
              .formatted(jar));
    }
    return jar;
  }
}
