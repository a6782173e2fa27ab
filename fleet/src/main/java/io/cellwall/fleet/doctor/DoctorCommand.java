package io.cellwall.fleet.doctor;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Says whether the real engine can be used here. */
@Command(
    name = "doctor",
    description =
        "Say what the real Pulumi engine needs here: what is there, what is missing, how to get it.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DoctorCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
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
