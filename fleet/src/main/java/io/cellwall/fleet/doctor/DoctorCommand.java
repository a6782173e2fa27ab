package io.cellwall.fleet.doctor;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.engine.EngineParts;
import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.fleet.engine.PulumiProject;
import io.cellwall.fleet.engine.StackState;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.Inert;
import io.cellwall.fleet.output.JsonOutput;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says whether the real engine can be used here, or what is wrong with a stack. */
@Command(
    name = "doctor",
    description = {
      "Say what the real Pulumi engine needs here: what is there, what is missing, how to get it.",
      "With --stack: what an interrupted deployment left, and which commands mend it."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Option(
      names = "--stack",
      paramLabel = "STACK",
      description =
          "Examine this stack: pending operations, locks, and where AWS and the state differ.")
  private @Nullable String stack;

  @Option(
      names = "--project",
      paramLabel = "DIR",
      description = "The folder of Pulumi.yaml; default: this one.")
  private Path project = Path.of("");

  @Override
  public Integer call() {
    return stack == null ? parts() : examine(stack);
  }

  private int examine(String name) {
    PulumiProject found = PulumiProject.in(project);
    EngineStack examined =
        new EngineStack(new EngineParts(System.getenv()).pulumi(found.folder()), found, name);
    Optional<StackState> state = examined.state();
    if (state.isEmpty()) {
      throw new UsageException(
          "the backend %s has no stack %s of the project %s"
              .formatted(examined.backend(), name, found.name()));
    }
    Examination examination = StackDoctor.examine(examined, state);
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> {
        ExaminationText.print(out, examination);
        out.println(
            "%s: %d resources in %s: %s."
                .formatted(
                    name,
                    examination.resources(),
                    Inert.text(examination.backend()),
                    examination.healthy()
                        ? "nothing is wrong that can be seen from here"
                        : examination.ailments().size() + " wrong"));
      }
      case JSON -> {
        ObjectNode object = JsonOutput.object();
        ExaminationJson.put(object, examination);
        JsonOutput.print(out, object);
      }
    }
    out.flush();
    return examination.healthy() ? ExitCode.CLEAN : ExitCode.FINDINGS;
  }

  private int parts() {
    List<Probe> probes = new Doctor(System.getenv()).examine();
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TEXT -> text(out, probes);
      case JSON -> JsonOutput.print(out, json(probes));
    }
    out.flush();
    return probes.stream().anyMatch(Probe::blocks) ? ExitCode.FINDINGS : ExitCode.CLEAN;
  }

  private static void text(PrintWriter out, List<Probe> probes) {
    for (Probe probe : probes) {
      out.println(
          "%-11s  %-20s  %s".formatted(state(probe), probe.part(), probe.found().orElse("")));
      if (probe.state() != Probe.State.OK) {
        out.println("             wanted: " + probe.wanted());
        out.println("             get it: " + probe.remedy());
      }
    }
    long blocking = probes.stream().filter(Probe::blocks).count();
    out.println();
    out.println(
        blocking == 0
            ? "The engine can be used: cellwall rehearse."
            : "The engine cannot be used: " + blocking + " of its parts will not do.");
  }

  private static ObjectNode json(List<Probe> probes) {
    ObjectNode object = JsonOutput.object();
    ArrayNode list = object.putArray("parts");
    for (Probe probe : probes) {
      ObjectNode node = list.addObject();
      node.put("part", probe.part());
      node.put("state", state(probe));
      probe.found().ifPresent(found -> node.put("found", found));
      node.put("wanted", probe.wanted());
      node.put("remedy", probe.remedy());
    }
    return object;
  }

  private static String state(Probe probe) {
    return probe.state().name().toLowerCase(Locale.ROOT);
  }
}
