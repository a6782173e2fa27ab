package io.cellwall.cell.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cellwall.cell.observability.rules.RuleFile;
import io.cellwall.cell.observability.rules.SloRules;
import io.cellwall.cell.observability.slo.SeriesLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The generated rules, judged by the real promtool. */
@NullMarked
@Tag("promtool")
class PromtoolTest {

  private static final int MOST_CELLS = 6;

  /** Rules and the unit tests of them. */
  private record Subject(String rules, String tests) {}

  private static final Subject SIGNALS = new Subject("signals-rules.yaml", "signals.yaml");
  private static final Subject SLIS = new Subject("slos-rules.yaml", "cell-slis.yaml");
  private static final Subject HOURS = new Subject("slos-rules.yaml", "cell-alerts.yaml");
  private static final Subject BURN = new Subject("burn-alerts.yaml", "burn-windows.yaml");
  private static final Subject ZONE = new Subject("eu-comparison.yaml", "zone.yaml");
  private static final Subject SIX = new Subject("six-comparison.yaml", "cells-burning.yaml");

  /** One change that makes rules wrong: what they say, and what they say instead. */
  private record Mutant(Subject subject, String was, String is) {}

  private static final List<Mutant> MUTANTS =
      List.of(
          // What the dashboard shows
          new Mutant(SIGNALS, "by (envoy_response_code_class)", "by (pod)"),
          new Mutant(SIGNALS, "sum by (le)", "sum by (pod)"),
          new Mutant(SIGNALS, "histogram_quantile(0.95", "histogram_quantile(0.9"),
          new Mutant(SIGNALS, "total{container!=\"\"}", "total"),
          new Mutant(SIGNALS, "bytes{container!=\"\"}", "bytes"),
          new Mutant(SIGNALS, "resource=\"cpu\"", "resource=\"memory\""),
          new Mutant(SIGNALS, "resource=\"memory\"", "resource=\"cpu\""),
          // How errors, events and ratios are counted, and what is missing
          new Mutant(SLIS, " or 0 * sum(", " or 1 * sum("),
          new Mutant(
              SLIS,
              " or 0 * sum(rate(envoy_http_downstream_rq_completed",
              " or 0 * sum(rate(nothing"),
          new Mutant(SLIS, "[5m])) > 0)", "[5m])) >= 0)"),
          new Mutant(SLIS, "[3d])) > 0)", "[3d])) > 1000)"),
          new Mutant(SLIS, "admin|eg-.*", "admin"),
          new Mutant(SLIS, "admin|eg-.*", "eg-.*"),
          new Mutant(SLIS, "500(\\\\.0)?", "500"),
          new Mutant(SLIS, "500(\\\\.0)?", "500.*"),
          new Mutant(
              SLIS,
              " - sum(rate(envoy_http_downstream_rq_time_bucket",
              " - 0 * sum(rate(envoy_http_downstream_rq_time_bucket"),
          new Mutant(SLIS, "1 - slo:period_burn_rate:ratio", "0 - slo:period_burn_rate:ratio"),
          new Mutant(SLIS, "absent(slo:sli_total:rate5m{", "absent(up{"),
          new Mutant(SLIS, "  unless\n", "  and\n"),
          new Mutant(SLIS, "for: 15m", "for: 0m"),
          new Mutant(SLIS, "severity: page", "severity: ticket"),
          // Budgets and alerts over hours
          new Mutant(HOURS, "envoy_response_code_class=\"5\"", "envoy_response_code_class=\"4\""),
          new Mutant(
              HOURS,
              "slo=\"requests-availability\"} / 0.001",
              "slo=\"requests-availability\"} / 0.01"),
          new Mutant(
              HOURS, "sum_over_time(slo:sli_error:rate5m", "avg_over_time(slo:sli_error:rate5m"),
          new Mutant(HOURS, "} == 0\n", "} == 1\n"),
          new Mutant(HOURS, "[1d]) > 1\n", "[1d]) > 0.1\n"),
          // The windows and factors
          new Mutant(BURN, "(14.4 * ", "(15 * "),
          new Mutant(BURN, "(14.4 * ", "(14 * "),
          new Mutant(BURN, "(6 * ", "(6.2 * "),
          new Mutant(BURN, "(6 * ", "(5.8 * "),
          new Mutant(BURN, "(3 * ", "(3.2 * "),
          new Mutant(BURN, "(3 * ", "(2.8 * "),
          new Mutant(BURN, "(1 * ", "(1.2 * "),
          new Mutant(BURN, "(1 * ", "(0.8 * "),
          new Mutant(BURN, "\n        and\n", "\n        or\n"),
          new Mutant(BURN, "\n      or\n", "\n      and\n"),
          // The comparison of cells
          new Mutant(ZONE, " >= 1\n", " >= 0\n"),
          new Mutant(ZONE, "max by (cell, zone, region, slo)", "max without ()"),
          new Mutant(
              ZONE,
              "zone=\"eu\",slo=\"requests-availability\",cell=~",
              "slo=\"requests-availability\",cell=~"),
          new Mutant(ZONE, "cell=~\"", "cell!~\"x|"),
          new Mutant(
              ZONE, " - on (zone, slo) group_right () ", " - on (zone, slo) group_right () 0 * "),
          new Mutant(ZONE, " - 1 > 0)", " > 0)"),
          new Mutant(ZONE, " > 2 * ", " > 1.5 * "),
          new Mutant(ZONE, " > 2 * ", " > 3 * "),
          new Mutant(
              ZONE, " > 1\n        and\n        max by", " > 0\n        and\n        max by"),
          new Mutant(ZONE, " > 1\n      )\n      unless", " > 0\n      )\n      unless"),
          new Mutant(ZONE, "      unless on (zone, slo)\n", "      and on (zone, slo)\n"),
          new Mutant(ZONE, " > 0.5\n", " > 1\n"),
          new Mutant(ZONE, " > 0.5\n", " > 0.2\n"),
          new Mutant(ZONE, ") > 1\n    for", ") > 0\n    for"),
          new Mutant(ZONE, "for: 5m", "for: 0m"),
          new Mutant(ZONE, "\n      or\n      absent(", "\n      and\n      absent("),
          // One of the two alerts, never both
          new Mutant(SIX, " > 0.5\n", " > 0.6\n"),
          new Mutant(SIX, " > 0.5\n", " >= 0.5\n"));

  @TempDir Path directory = Path.of("");

  @Test
  void should_pass_check_rules() throws IOException {
    // GIVEN the rule files of a cell and of a zone
    Map<String, String> rules = ruleFiles();
    write(rules);
    // WHEN
    Promtool.Result result =
        Promtool.run(
            directory,
            Stream.concat(Stream.of("check", "rules"), rules.keySet().stream())
                .toArray(String[]::new));
    // THEN
    assertThat(result.output()).doesNotContain("FAILED");
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  @Test
  void should_fail_and_say_what_to_install_where_promtool_is_missing() {
    assertThatThrownBy(
            () -> Promtool.runProgram("promtool-that-is-missing", directory, "--version"))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "promtool is not on the PATH: the rules are not tested without it. Install it with"
                + " apt-get install --no-install-recommends prometheus (Debian, Ubuntu) or brew"
                + " install prometheus (macOS)");
  }

  @TestFactory
  Stream<DynamicTest> should_pass_unit_tests() {
    return Stream.of(SIGNALS, SLIS, HOURS, BURN, ZONE, SIX)
        .map(
            subject ->
                dynamicTest(
                    subject.tests,
                    () -> {
                      Promtool.Result result = test(subject, rules(subject));
                      assertThat(result.exitCode()).as(result.output()).isZero();
                      assertThat(result.output()).doesNotContain("WARNING");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> should_see_each_mutant() {
    return MUTANTS.stream()
        .map(
            mutant ->
                dynamicTest(
                    mutant.subject.rules + ": " + mutant.was.strip() + " -> " + mutant.is.strip(),
                    () -> {
                      // GIVEN rules with one change
                      String original = rules(mutant.subject);
                      assertThat(original).contains(mutant.was);
                      // WHEN their unit tests run
                      Promtool.Result result =
                          test(mutant.subject, original.replace(mutant.was, mutant.is));
                      // THEN they fail, by a result and not by their syntax
                      assertThat(result.exitCode()).as(result.output()).isNotZero();
                      assertThat(result.output()).contains("FAILED").contains("got:");
                    }));
  }

  private Promtool.Result test(Subject subject, String rules) throws IOException {
    Files.writeString(directory.resolve(subject.rules), rules);
    Files.writeString(directory.resolve(subject.tests), tests(subject));
    return Promtool.run(directory, "test", "rules", subject.tests);
  }

  private static String rules(Subject subject) {
    return Objects.requireNonNull(ruleFiles().get(subject.rules));
  }

  private static String tests(Subject subject) throws IOException {
    if (subject.equals(BURN)) {
      return GeneratedPromtoolTests.burnWindows(ExampleCell.availability(), labels());
    }
    if (subject.equals(SIX)) {
      return GeneratedPromtoolTests.cellsBurning(MOST_CELLS);
    }
    return Files.readString(GoldenFile.resources().resolve("promtool").resolve(subject.tests));
  }

  private static Map<String, String> ruleFiles() {
    Map<String, String> files = new TreeMap<>();
    for (RuleFile file : ExampleCell.plan().ruleFiles()) {
      files.put(file.name() + "-rules.yaml", file.yaml());
    }
    // The alerts alone, so that a test can say what each window's ratio is.
    SloRules slo = new SloRules(ExampleCell.availability(), labels());
    files.put(BURN.rules, new RuleFile("burn-alerts", List.of(slo.groups().get(2))).yaml());
    files.put(ZONE.rules, ExampleCell.comparison(4).yaml());
    files.put(SIX.rules, ExampleCell.comparison(MOST_CELLS).yaml());
    return files;
  }

  private static SeriesLabels labels() {
    return ExampleCell.plan().labels();
  }

  private void write(Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Files.writeString(directory.resolve(file.getKey()), file.getValue());
    }
  }
}
