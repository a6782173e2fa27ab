package io.cellwall.policies.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.rules.Rule;
import io.cellwall.regions.finding.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every {@code walls/<rule>/<case>.graph.json} is a test: judged, it must give the lines of the
 * {@code .findings} file beside it. {@code -Dgolden.rewrite=true} writes those files anew.
 */
class WallsTest {

  private static final Path WALLS =
      Path.of(System.getProperty("cellwall.root", ".."), "policies/src/test/resources/walls");
  private static final boolean REWRITE = Boolean.getBoolean("golden.rewrite");

  private final Judge judge = Judge.of(TestFleet.inventory());

  @TestFactory
  Stream<DynamicTest> should_find_what_stands_beside_each_graph() {
    return graphs(WALLS).map(graph -> DynamicTest.dynamicTest(name(graph), () -> check(graph)));
  }

  private void check(Path graph) throws IOException {
    // GIVEN
    Path expectedFile = Path.of(graph.toString().replace(".graph.json", ".findings"));
    // WHEN
    List<String> actual =
        judge.judge(GraphJson.read(Files.readString(graph))).stream().map(WallsTest::line).toList();
    if (REWRITE) {
      Files.writeString(
          expectedFile, actual.stream().map(line -> line + "\n").reduce("", String::concat));
    }
    // THEN
    if (graph.toString().contains("-twin-")) {
      assertThat(actual).as("the benign twin must pass").isEmpty();
    }
    List<String> expected = Files.readAllLines(expectedFile);
    List<String> missing = new ArrayList<>(expected);
    missing.removeAll(actual);
    List<String> unexpected = new ArrayList<>(actual);
    unexpected.removeAll(expected);
    assertThat(missing).as("findings that %s lacks", name(graph)).isEmpty();
    assertThat(unexpected).as("unexpected findings of %s", name(graph)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> should_see_each_rule_not_apply_pass_and_fail() {
    return Pack.rules().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.id(), () -> checkThreeWays(rule)));
  }

  private void checkThreeWays(Rule rule) {
    // GIVEN
    Path cases = WALLS.resolve(rule.id());
    // WHEN
    List<String> names = graphs(cases).map(path -> path.getFileName().toString()).toList();
    List<Boolean> found =
        graphs(cases)
            .map(
                path ->
                    judge.judge(GraphJson.read(read(path))).stream()
                        .anyMatch(finding -> finding.rule().equals(rule.id())))
            .toList();
    // THEN
    assertThat(names).contains("does-not-apply.graph.json");
    assertThat(found).contains(true, false);
    assertThat(found.stream().filter(fails -> !fails).count()).isGreaterThanOrEqualTo(2);
  }

  private static String line(Finding finding) {
    String subject = finding.subject();
    return "%s %s %s: %s"
        .formatted(
            finding.severity(),
            finding.rule(),
            subject.substring(subject.lastIndexOf("::") < 0 ? 0 : subject.lastIndexOf("::") + 2),
            finding.message());
  }

  private static Stream<Path> graphs(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      List<Path> found =
          files.filter(file -> file.toString().endsWith(".graph.json")).sorted().toList();
      assertThat(found).as("graphs in %s", folder).isNotEmpty();
      return found.stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(Path graph) {
    return WALLS.relativize(graph).toString().replace(".graph.json", "");
  }
}
