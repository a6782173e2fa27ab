package io.cellwall.cell.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.observability.rules.Rule;
import io.cellwall.cell.observability.rules.RuleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class RunbookTest {

  /** What no metric of the cluster tells: an event and an alarm. */
  private static final List<String> TOLD_BY_CLOUDWATCH = List.of("BreakGlassUsed", "DeadLetters");

  @Test
  void should_explain_each_alert_and_no_other() throws IOException {
    // GIVEN all alerts of a cell and of a zone
    List<String> alerts =
        Stream.concat(
                Stream.concat(
                        ExampleCell.plan().ruleFiles().stream(),
                        Stream.of(ExampleCell.comparison(2)))
                    .flatMap(RunbookTest::alerts),
                TOLD_BY_CLOUDWATCH.stream())
            .distinct()
            .sorted()
            .toList();
    // WHEN the runbook is read
    List<String> headings =
        Files.readAllLines(Path.of(System.getProperty("cellwall.root"), Rule.Alert.RUNBOOK))
            .stream()
            .filter(line -> line.startsWith("### "))
            .map(line -> line.substring("### ".length()))
            .sorted()
            .toList();
    // THEN
    assertThat(headings).isEqualTo(alerts);
  }

  private static Stream<String> alerts(RuleFile file) {
    return file.groups().stream()
        .flatMap(group -> group.rules().stream())
        .filter(Rule.Alert.class::isInstance)
        .map(rule -> ((Rule.Alert) rule).name());
  }
}
