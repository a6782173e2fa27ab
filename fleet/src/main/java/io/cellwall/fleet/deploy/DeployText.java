package io.cellwall.fleet.deploy;

import io.cellwall.fleet.deploy.Work.Change;
import io.cellwall.fleet.doctor.ExaminationText;
import io.cellwall.fleet.engine.Outcome;
import io.cellwall.fleet.output.Inert;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;

/** A deployment for people. */
final class DeployText {

  private DeployText() {}

  /** What is to be done, what it takes away last, where it is seen. */
  static void work(PrintWriter out, String stack, Work work) {
    out.println(stack + ": " + work.inWords());
    for (Change change : work.changes()) {
      out.println(
          "    %-7s  %s  %s%s"
              .formatted(
                  change.operation(),
                  shortType(change.type()),
                  Inert.text(change.name()),
                  change.properties().isEmpty()
                      ? ""
                      : "  (" + Inert.text(String.join(", ", change.properties())) + ")"));
    }
    for (Outcome.PolicyFinding finding : work.findings()) {
      out.println(
          "%s %s"
              .formatted(finding.blocks() ? "violation" : "warning", Inert.text(finding.policy())));
      finding.message().lines().forEach(line -> out.println("    " + Inert.text(line)));
    }
    List<Change> losses = work.losses();
    if (!losses.isEmpty()) {
      out.println("LOST FOR GOOD, with what is in it:");
      losses.forEach(
          change ->
              out.println(
                  "  ! %s  %s  %s"
                      .formatted(
                          change.operation(),
                          shortType(change.type()),
                          Inert.text(change.name()))));
    }
    out.flush();
  }

  /** What came of it, and what goes on from here. */
  static void report(PrintWriter out, DeployReport report) {
    out.println();
    report.problems().forEach(each -> out.println("    " + Inert.text(each)));
    report
        .made()
        .ifPresent(
            made ->
                made.errors().stream()
                    .flatMap(String::lines)
                    .forEach(error -> out.println("        " + Inert.text(error))));
    report.examination().ifPresent(each -> ExaminationText.findings(out, each));
    report.descriptor().ifPresent(each -> descriptor(out, each));
    if (!report.next().isEmpty()) {
      out.println("to go on:");
      report.next().forEach(each -> out.println("    " + Inert.text(each)));
    }
    out.println(
        "%s: %s%s"
            .formatted(
                report.stack(),
                report.result().name().toLowerCase(Locale.ROOT),
                report
                    .made()
                    .filter(any -> report.result() == DeployReport.Result.DEPLOYED)
                    .map(
                        made ->
                            ", %s, %.1f s"
                                .formatted(made.inWords(), made.time().toMillis() / 1000.0))
                    .orElse("")));
    out.flush();
  }

  private static void descriptor(PrintWriter out, PublishedDescriptor descriptor) {
    out.println(
        "descriptor: parameter %s in %s".formatted(descriptor.parameter(), descriptor.region()));
    out.println("    " + descriptor.read() + " > descriptor.json");
    out.println(
        descriptor.isAdmitted()
            ? "    cellwall inventory admit %s --descriptor descriptor.json"
                .formatted(descriptor.stack())
            : "    give its name servers and its DS record to whoever holds the domain above it");
  }

  private static String shortType(String type) {
    return type.replaceFirst("^aws:([^/:]+)/[^:]*:", "$1 ");
  }
}
