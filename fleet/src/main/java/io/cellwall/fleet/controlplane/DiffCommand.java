package io.cellwall.fleet.controlplane;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.fleet.preview.ControlPlane;
import io.cellwall.fleet.synth.CloudAssembly;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what changes in the control planes since an earlier synth. */
@Command(
    name = "diff",
    description =
        "Show what changes in the stacks' control planes since an earlier synth, property by"
            + " property. For what is deployed: npx cdk diff, in the folder control-plane.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DiffCommand implements Callable<Integer> {

  private static final String NO_TEMPLATE = "{}";

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private Synthesizing synthesizing = new Synthesizing();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Option(
      names = "--against",
      paramLabel = "DIR",
      description =
          "The templates to compare with, as a synth wrote them; default ${DEFAULT-VALUE}.")
  private Path against = Path.of("cdk.out");

  @Option(names = "--fail", description = "End with 1 if anything differs, as 'cdk diff --fail'.")
  private boolean fail;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    if (!Files.isDirectory(against)) {
      throw new UsageException(
          "there are no templates in %s: write some with cellwall control-plane synth, or name a folder with --against DIR"
              .formatted(against));
    }
    Optional<Inventory> read = inventory.read(spec, format);
    if (read.isEmpty()) {
      return ExitCode.FINDINGS;
    }
    List<ControlPlane.Synthesized> made =
        synthesizing.synthesize(read.get(), spec.commandLine().getErr());
    SortedMap<String, List<ResourceChange>> changes = changes(made);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> DiffText.print(out, changes);
      case JSON -> JsonOutput.print(out, DiffJson.of(changes));
    }
    out.flush();
    boolean differs = changes.values().stream().anyMatch(each -> !each.isEmpty());
    return fail && differs ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private SortedMap<String, List<ResourceChange>> changes(List<ControlPlane.Synthesized> made) {
    SortedMap<String, String> before = CloudAssembly.templates(against);
    SortedMap<String, List<ResourceChange>> changes = new TreeMap<>();
    for (ControlPlane.Synthesized each : made) {
      String old = before.getOrDefault(each.name(), NO_TEMPLATE);
      changes.put(each.name(), TemplateDiff.of(old, each.assembly().template()));
    }
    if (!synthesizing.some()) {
      // A stack that the fleet has no more.
      before.forEach(
          (name, template) ->
              changes.computeIfAbsent(name, gone -> TemplateDiff.of(template, NO_TEMPLATE)));
    }
    return changes;
  }
}
