package io.cellwall.fleet.deploy;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.engine.EngineParts;
import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.fleet.engine.PulumiCli;
import io.cellwall.fleet.engine.PulumiProject;
import io.cellwall.fleet.engine.StackState;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.output.Progress;
import io.cellwall.fleet.preview.StackSelection;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StateBackend;
import io.cellwall.regions.reading.InventoryReader;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deploys one stack, through the gate. */
@Command(
    name = "deploy",
    description = {
      "Deploy one stack with the real Pulumi engine: preview with the policy pack and a saved plan, show"
          + " it, ask, then carry out that plan with the same pack.",
      "The inventory is the one that the stack's configuration names (cellwall:inventory), else"
          + " regions/inventory in the project's folder."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:planned, deployed, or nothing to change",
      "1:blocked, refused, declined or failed; what was changed is said",
      "2:bad input or usage; or nobody to ask, and no --yes",
      "3:a defect of Cellwall",
      "130:interrupted by Ctrl-C; 143 by SIGTERM"
    })
public final class DeployCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Parameters(
      paramLabel = "STACK",
      description = "A cell's name, edge-<region>, edge-<zone> or global-edge.")
  private String stack = "";

  @ArgGroup private Kept kept = new Kept();

  /** A plan that is kept, or was. */
  static final class Kept {
    @Option(
        names = "--save-plan",
        paramLabel = "FILE",
        description = "Only plan: keep the plan in FILE, and what it rests on in FILE.seal.")
    private @Nullable Path save;

    @Option(
        names = "--plan",
        paramLabel = "FILE",
        description = "Carry out a plan that was kept, if nothing it rests on has changed.")
    private @Nullable Path plan;
  }

  @Option(
      names = {"-y", "--yes"},
      description = "Do not ask.")
  private boolean yes;

  @Option(
      names = "--init",
      description = "The backend does not have the stack yet: make it, empty.")
  private boolean init;

  @Option(
      names = "--secrets-provider",
      paramLabel = "URL",
      description =
          "With --init: what encrypts the stack's secrets, as pulumi stack init takes it; default in"
              + " the stack's own bucket: the key that the control plane made.")
  private @Nullable String secretsProvider;

  @Option(
      names = "--policy-pack",
      paramLabel = "PATH",
      description =
          "The policy pack; default: the one of this installation. It cannot be left out.")
  private @Nullable Path pack;

  @Option(
      names = "--begin-within",
      paramLabel = "SECONDS",
      description =
          "How long the engine may take to begin, with the policy pack and the providers there;"
              + " default ${DEFAULT-VALUE}.")
  private int patience = 300;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "The folder of Pulumi.yaml; default: this one.")
  private Path project = Path.of("");

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    if (patience < 1) {
      throw new UsageException(
          "--begin-within %d must be a number of seconds, 1 or more".formatted(patience));
    }
    PulumiProject found = PulumiProject.in(project);
    StackName name = name(found);
    Path own = found.folder().resolve(Path.of(".cellwall", "deploy", name.value()));
    try (StackLock lock = StackLock.take(own.resolve("lock"))) {
      assert lock != null;
      return locked(found, name, own);
    } catch (StackLock.HeldException e) {
      return print(
          DeployReport.refused(
              stack,
              List.of(
                  "%s is being deployed from this folder by %s: nothing was changed"
                      .formatted(stack, e.getMessage())),
              List.of("wait until that has ended, then: cellwall deploy " + stack)));
    }
  }

  private int locked(PulumiProject found, StackName name, Path own) {
    Path folder = found.inventory(stack);
    Optional<Inventory> read = InventoryOption.read(folder, spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    Optional<String> illegal = Legality.refusal(read.get(), name);
    if (illegal.isPresent()) {
      return print(DeployReport.refused(stack, List.of(illegal.get()), List.of()));
    }
    StackProgram program = program(read.get(), folder);
    Path judge = pack == null ? pack(found.program()) : existing(pack);
    PulumiCli pulumi =
        new EngineParts(System.getenv())
            .pulumi(found.folder())
            .beginningWithin(Duration.ofSeconds(patience));
    EngineStack deployed = new EngineStack(pulumi, found, stack);
    try (Interruption interruption = new Interruption(pulumi);
        Progress progress = new Progress(spec.commandLine().getErr(), 1)) {
      progress.next("looking at " + stack);
      StackState state = deployed.state().orElseGet(() -> made(deployed, read.get(), name));
      DeployReport report =
          new Deployment(
                  new Gate(deployed, judge, folder),
                  program,
                  new SavedPlan(plan(own)),
                  kept.save != null
                      ? Deployment.Steps.PLAN_ONLY
                      : kept.plan != null ? Deployment.Steps.KEPT_PLAN : Deployment.Steps.ALL,
                  yes
                      ? Approval.given(stack)
                      : format == Format.TEXT ? Approval.ofTerminal() : Approval.ofNobody(),
                  interruption,
                  work -> show(progress, work),
                  progress::also)
              .run(state);
      progress.clear();
      return print(report);
    }
  }

  private void show(Progress progress, Work work) {
    if (format == Format.TEXT) {
      progress.clear();
      DeployText.work(spec.commandLine().getOut(), stack, work);
    }
  }

  private StackState made(EngineStack deployed, Inventory inventory, StackName name) {
    StateBackend own = new StateBackend(StackHome.of(inventory, name));
    String backend = deployed.backend();
    if (!init) {
      throw new UsageException(
          "the backend %s has no stack %s of the project %s. If it is to be built for the first time, say --init; if it exists, name its backend: on AWS, PULUMI_BACKEND_URL='%s'"
              .formatted(backend, stack, deployed.project().name(), own.url()));
    }
    // The bucket that the control plane made has a key beside it.
    deployed.init(
        Optional.ofNullable(secretsProvider)
            .or(
                () ->
                    backend.startsWith("s3://" + own.bucket())
                        ? Optional.of(own.secretsProvider())
                        : Optional.empty()));
    return deployed.state().orElse(StackState.empty());
  }

  private Path plan(Path own) {
    Path named = kept.save != null ? kept.save : kept.plan;
    return named != null ? named : own.resolve("plan.json");
  }

  private StackName name(PulumiProject found) {
    try {
      return StackName.parse(stack);
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "\"%s\" is no name of a stack: %s%s"
              .formatted(
                  stack,
                  e.getMessage(),
                  // What is no name has no configuration that could name another inventory.
                  InventoryReader.read(found.usualInventory())
                      .inventory()
                      .flatMap(this::meant)
                      .map(". "::concat)
                      .orElse("")));
    }
  }

  private Optional<String> meant(Inventory inventory) {
    return StackSelection.meant(List.of(stack), names(inventory));
  }

  private static List<String> names(Inventory inventory) {
    return Stacks.of(inventory).stream().map(each -> each.name().value()).toList();
  }

  private StackProgram program(Inventory inventory, Path folder) {
    return Stacks.find(inventory, stack)
        .orElseThrow(
            () ->
                new UsageException(
                    "stack \"%s\" is not in the inventory %s; its stacks are:%n  %s%s"
                        .formatted(
                            stack,
                            folder,
                            String.join("%n  ".formatted(), names(inventory)),
                            meant(inventory).map("%n".formatted()::concat).orElse(""))));
  }

  // The installation: <root>/fleet/target/fleet.jar, and <root>/policy-pack.
  private static Path pack(Path program) {
    return existing(
        program
            .resolveSibling(Path.of("..", "..", "policy-pack", "pulumi-analyzer-policy-cellwall"))
            .normalize());
  }

  private static Path existing(Path pack) {
    if (!Files.exists(pack)) {
      throw new UsageException(
          "there is no policy pack %s: name it with --policy-pack; nothing is deployed without one"
              .formatted(pack));
    }
    return pack.toAbsolutePath().normalize();
  }

  private int print(DeployReport report) {
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> DeployText.report(out, report);
      case JSON -> JsonOutput.print(out, DeployJson.of(report));
    }
    out.flush();
    return report.result().exitCode();
  }
}
