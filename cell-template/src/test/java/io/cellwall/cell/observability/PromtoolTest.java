package io.cellwall.cell.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.cellwall.cell.observability.rules.RuleFile;
import io.cellwall.cell.observability.rules.SloRules;
import io.cellwall.cell.observability.slo.SeriesLabels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The generated rules, judged by the real promtool. */
@NullMarked
class PromtoolTest {

  private static final int SIX = 6;

  /** One change that makes one rule wrong: the file, what it says, what it says instead. */
  private record Mutant(String file, String was, String is) {}

  private static final String SLOS = "slos.yaml";
  private static final String BURN = "burn-alerts.yaml";
  private static final String ZONE = "eu-comparison.yaml";

  private static final List<Mutant> MUTANTS =
      List.of(
          // The cell: how errors, events and ratios are counted
          new Mutant(SLOS, " or 0 * sum(", " or 0 / sum("),
          new Mutant(SLOS, "[5m])) > 0)", "[5m])) >= 0)"),
          new Mutant(SLOS, "[3d])) > 0)", "[3d])) > 1000)"),
          new Mutant(SLOS, "admin|eg-.*", "admin"),
          new Mutant(SLOS, "admin|eg-.*", "eg-.*"),
          new Mutant(SLOS, "envoy_response_code_class=\"5\"", "envoy_response_code_class=\"4\""),
          new Mutant(SLOS, "500(\\\\.0)?", "500"),
          new Mutant(SLOS, "500(\\\\.0)?", "500.*"),
          new Mutant(
              SLOS, " - sum(rate(envoy_http_downstream_rq_time_bucket", " + sum(rate(nothing"),
          // The cell: the budget
          new Mutant(
              SLOS,
              "slo=\"requests-availability\"} / 0.001",
              "slo=\"requests-availability\"} / 0.01"),
          new Mutant(
              SLOS, "sum_over_time(slo:sli_error:rate5m", "avg_over_time(slo:sli_error:rate5m"),
          new Mutant(SLOS, "1 - slo:period_burn_rate:ratio", "0 - slo:period_burn_rate:ratio"),
          // The cell: the alerts
          new Mutant(SLOS, "absent(", "present_over_time("),
          new Mutant(SLOS, "  unless\n", "  and\n"),
          new Mutant(SLOS, "} == 0\n", "} == 1\n"),
          new Mutant(SLOS, "[1d]) > 1\n", "[1d]) > 0.1\n"),
          new Mutant(SLOS, "for: 15m", "for: 0m"),
          new Mutant(SLOS, "severity: page", "severity: ticket"),
          new Mutant(BURN, "(14.4 * ", "(15 * "),
          new Mutant(BURN, "(14.4 * ", "(14 * "),
          new Mutant(BURN, "(6 * ", "(6.2 * "),
          new Mutant(BURN, "(6 * ", "(5.8 * "),
          new Mutant(BURN, "(3 * ", "(3.2 * "),
          new Mutant(BURN, "(3 * ", "(2.8 * "),
          new Mutant(BURN, "(1 * ", "(1.2 * "),
          new Mutant(BURN, "(1 * ", "(0.8 * "),
          new Mutant(BURN, "\n          and\n", "\n          or\n"),
          new Mutant(BURN, "        or\n", "        and\n"),
          // The zone
          new Mutant(ZONE, " >= 1\n", " >= 0\n"),
          new Mutant(ZONE, "max by (cell, zone, region, slo)", "max without ()"),
          new Mutant(
              ZONE,
              "ratio_rate1h{zone=\"eu\",slo=\"requests-availability\",cell=~",
              "ratio_rate1h{slo=\"requests-availability\",cell!~\"x\",cell!="),
          new Mutant(
              ZONE, " - on (zone, slo) group_right () ", " - on (zone, slo) group_right () 0 * "),
          new Mutant(ZONE, " - 1 > 0)", " > 0)"),
          new Mutant(ZONE, " > 2 * ", " > 1.5 * "),
          new Mutant(ZONE, " > 2 * ", " > 3 * "),
          new Mutant(
              ZONE,
              " > 1\n          and\n          max by",
              " > 0\n          and\n          max by"),
          new Mutant(
              ZONE, "\"} > 1\n        )\n        unless", "\"} > 0\n        )\n        unless"),
          new Mutant(ZONE, "        unless on (zone, slo)\n", "        and on (zone, slo)\n"),
          new Mutant(ZONE, " > 0.5\n", " > 1\n"),
          new Mutant(ZONE, ") > 1\n        for", ") > 0\n        for"),
          new Mutant(ZONE, "absent(", "-absent(nothing) > 0 and absent("));

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

  @TestFactory
  Stream<DynamicTest> should_pass_unit_tests() throws IOException {
    write(ruleFiles());
    Map<String, String> tests = testFiles();
    write(tests);
    return tests.keySet().stream()
        .map(
            test ->
                dynamicTest(
                    test,
                    () -> {
                      Promtool.Result result = Promtool.run(directory, "test", "rules", test);
                      assertThat(result.exitCode()).as(result.output()).isZero();
                    }));
  }

  @TestFactory
  Stream<DynamicTest> should_see_each_mutant() {
    return MUTANTS.stream()
        .map(
            mutant ->
                dynamicTest(
                    mutant.file + ": " + mutant.was.strip() + " -> " + mutant.is.strip(),
                    () -> {
                      // GIVEN one rule file with one change
                      Map<String, String> rules = ruleFiles();
                      String original = String.valueOf(rules.get(mutant.file));
                      assertThat(original).contains(mutant.was);
                      rules.put(mutant.file, original.replace(mutant.was, mutant.is));
                      write(rules);
                      Map<String, String> tests = testFiles();
                      write(tests);
                      // WHEN the tests of that file run
                      String test =
                          tests.entrySet().stream()
                              .filter(one -> one.getValue().contains(mutant.file))
                              .findFirst()
                              .orElseThrow()
                              .getKey();
                      Promtool.Result result = Promtool.run(directory, "test", "rules", test);
                      // THEN they fail, and because of a wrong result
                      assertThat(result.exitCode()).as(result.output()).isNotZero();
                      assertThat(result.output()).contains("FAILED");
                    }));
  }

  private static Map<String, String> ruleFiles() {
    Map<String, String> files = new TreeMap<>();
    for (RuleFile file : ExampleCell.plan().ruleFiles()) {
      files.put(file.name() + ".yaml", file.yaml());
    }
    // The alerts alone, so that a test can say what each window's ratio is.
    SloRules slo = new SloRules(ExampleCell.availability(), labels());
    files.put(BURN, new RuleFile("burn-alerts", List.of(slo.groups().get(2))).yaml());
    files.put(ZONE, ExampleCell.comparison(4).yaml());
    files.put("six-comparison.yaml", ExampleCell.comparison(SIX).yaml());
    return files;
  }

  private static Map<String, String> testFiles() throws IOException {
    Map<String, String> files = new TreeMap<>();
    Path resources = GoldenFile.resources().resolve("promtool");
    for (String name : List.of("cell.yaml", "zone.yaml")) {
      files.put("test-" + name, Files.readString(resources.resolve(name)));
    }
    files.put(
        "test-burn-windows.yaml",
        GeneratedPromtoolTests.burnWindows(ExampleCell.availability(), labels()));
    files.put("test-cells-burning.yaml", GeneratedPromtoolTests.cellsBurning(SIX));
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
