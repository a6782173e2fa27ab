package io.cellwall.tests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.tests.engine.FleetStack;
import io.cellwall.tests.engine.HostedEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of fault at every creation of a whole cell. Takes too long for each change: {@code
 * .ci/nightly} runs it, and its name keeps it from where tests are found by name.
 */
@Tag("engine")
class FaultMatrix {

  private static final Path SUMMARY =
      Path.of(System.getProperty("cellwall.root"), "tests", "target", "fault-matrix.md");

  private static final String CELL = "eu-west-1-cell-03";

  @TempDir static Path folder;

  private static FaultlessStack faultless;
  private static final List<String> ROWS = new ArrayList<>();

  @BeforeAll
  static void build() {
    faultless = FaultlessStack.build(folder.resolve("faultless"), CELL);
  }

  static Stream<FaultKind> kinds() {
    List<String> chosen =
        Stream.of(System.getProperty("faults.kinds", "").split(" "))
            .filter(each -> !each.isEmpty())
            .toList();
    List<FaultKind> all = List.of(FaultKind.values());
    assertThat(all).extracting(FaultKind::text).containsAll(chosen);
    return all.stream().filter(each -> chosen.isEmpty() || chosen.contains(each.text()));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void a_cell_should_end_as_one_without_faults(FaultKind kind) {
    // WHEN it strikes at every creation
    Map<Creation, FaultKind> faults =
        faultless.creations().stream()
            .collect(Collectors.toMap(each -> each, each -> kind, (a, b) -> a, TreeMap::new));
    FaultChain chain =
        new FaultChain(
            new HostedEngine(folder.resolve(kind.text())),
            CELL,
            new FleetStack(faultless.program()),
            faults,
            List.of("--parallel", "64"),
            line -> progress(kind, line));
    FaultChain.Result result;
    try {
      result = chain.run();
    } catch (AssertionError | RuntimeException e) {
      ROWS.add("| %s | failed: %s |".formatted(kind.text(), firstLine(e)));
      throw e;
    }
    List<String> differences = faultless.built().differences(result.built());
    ROWS.add(row(kind, result, differences));

    // THEN
    assertThat(result.met()).as("where it struck").containsExactlyElementsOf(faults.keySet());
    assertThat(result.named()).as("what the doctor named").isEqualTo(result.left());
    assertThat(differences).as("what differs in the end").isEmpty();
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
  }

  private static void progress(FaultKind kind, String line) {
    System.out.println(kind.text() + ": " + line);
  }

  private static String row(FaultKind kind, FaultChain.Result result, List<String> differences) {
    return "| %s | %d of %d | %d | %d of %d | %d | %d | %d | %s |"
        .formatted(
            kind.text(),
            result.met().size(),
            faultless.creations().size(),
            result.met().size() - result.takenIn().size() - result.doubled().size(),
            result.named().size(),
            result.left().size(),
            result.takenIn().size(),
            result.doubled().size(),
            result.updates(),
            differences.isEmpty() ? "yes" : "no");
  }

  @AfterAll
  static void report() throws IOException {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "# Faults at every creation of " + CELL,
                "",
                "| fault | met | a rerun alone mends | left unknown to the engine, named by the"
                    + " doctor | taken in by the doctor's command | doubled by a rerun, deleted as the"
                    + " doctor says | updates | ends as without faults |",
                "| --- | --- | --- | --- | --- | --- | --- | --- |"));
    lines.addAll(ROWS);
    Files.write(SUMMARY, lines);
  }
}
