package io.cellwall.fleet.change;

import io.cellwall.fleet.output.Report;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What stands out of a change, beside what stands against the stacks: for SARIF and JUnit. */
public final class ChangeReport {

  private ChangeReport() {}

  /**
   * The report with the dangers in it, each at the first line that changed of its stack's file.
   *
   * @param rules ids of the rules that looked for dangers
   */
  public static Report with(Report report, FleetChange change, List<String> rules) {
    Map<String, StackChange> changes = new HashMap<>();
    change.stacks().forEach(each -> changes.put(each.stack(), each));
    List<Report.Section> sections = new ArrayList<>();
    Set<String> done = new HashSet<>();
    for (Report.Section section : report.sections()) {
      Judgement judgement = section.judgement();
      // A stack's control plane has a section of its own, under the same name.
      boolean first = done.add(judgement.stack());
      List<Finding> dangers =
          Optional.ofNullable(first ? changes.get(judgement.stack()) : null)
              .map(ChangeReport::placed)
              .orElse(List.of());
      sections.add(
          new Report.Section(
              section.file(),
              new Judgement(
                  judgement.stack(), both(judgement.findings(), dangers), judgement.waived())));
    }
    change.stacks().stream()
        .filter(each -> !done.contains(each.stack()) && !each.dangers().isEmpty())
        .forEach(
            each ->
                sections.add(
                    new Report.Section(
                        each.source().file(),
                        new Judgement(each.stack(), placed(each), List.of()))));
    return new Report(
        report.file(),
        both(report.inventory(), change.dangers()),
        sections,
        Stream.concat(report.rules().stream(), rules.stream()).distinct().toList());
  }

  private static List<Finding> both(List<Finding> one, List<Finding> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }

  private static List<Finding> placed(StackChange stack) {
    return stack.dangers().stream().map(each -> placed(each, stack.source())).toList();
  }

  private static Finding placed(Finding finding, Source source) {
    return source.line() == 0
        ? finding
        : new Finding(
            finding.rule(),
            finding.severity(),
            finding.subject(),
            finding.message(),
            finding.hint(),
            finding.path(),
            finding.source().or(() -> Optional.of(source)),
            finding.crossesZone());
  }
}
