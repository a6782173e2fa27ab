package io.cellwall.cell.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.cell.observability.dashboard.CellResources;
import io.cellwall.cell.observability.rules.AlertTopic;
import io.cellwall.cell.observability.rules.ComparisonLimits;
import io.cellwall.cell.observability.rules.Rule;
import io.cellwall.cell.observability.rules.RuleFile;
import io.cellwall.cell.observability.rules.RuleGroup;
import io.cellwall.cell.observability.slo.Objective;
import io.cellwall.cell.observability.slo.Query;
import io.cellwall.cell.observability.slo.Selector;
import io.cellwall.cell.observability.slo.Slo;
import io.cellwall.cell.observability.slo.SloName;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Input that would make rules wrong is refused where it comes in. */
@NullMarked
class RefusalsTest {

  private static final Rule RULE = new Rule.Recording("a", "vector(1)", Map.of());

  @ParameterizedTest
  @CsvSource({"99.9,0.999,0.001", "95,0.95,0.05", "99.999,0.99999,0.00001", "99.50,0.995,0.005"})
  void should_keep_budgets_exact(String percent, String ratio, String budget) {
    Objective objective = Objective.parse(percent);
    assertThat(objective.ratio().toPlainString()).isEqualTo(ratio);
    assertThat(objective.budget().toPlainString()).isEqualTo(budget);
  }

  @Test
  void should_refuse_an_objective_whose_alert_could_never_fire() {
    refuses(
        () -> Objective.parse("94.9"),
        "94.9 is not an objective: a percentage from 95 to 99.999, so that a 14.4-fold burn of its"
            + " budget is possible and can be measured");
    refuses(
        () -> Objective.parse("99.9%"),
        "\"99.9%\" is not an objective: write a percentage such as 99.9");
  }

  @Test
  void should_refuse_a_name_that_is_none() {
    refuses(
        () -> new SloName("Requests"),
        "\"Requests\" is not the name of an SLO: 2 to 40 lower-case letters, digits or hyphens,"
            + " such as requests-availability");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "sum(rate(a[$window]))) or (vector(0) | closes a ')' that is not open: balance its brackets",
        "sum(rate(a[$window]) | does not close a bracket: add the missing )",
        "rate(a{b=\"[$window]) | does not close a string: add the missing \"",
        "rate(a[$window]) # rest | has a comment or a line break: write one line of PromQL",
      })
  void should_refuse_a_query_that_would_spill_into_the_rule(String promQl, String problem) {
    refuses(() -> new Query(promQl), "query \"" + promQl + "\" " + problem);
  }

  @Test
  void should_refuse_a_query_without_a_window() {
    refuses(
        () -> new Query("sum(rate(a[5m]))"),
        "query \"sum(rate(a[5m]))\" has no [$window]: say where its window goes");
  }

  @Test
  void should_accept_brackets_and_quotes_inside_strings() {
    assertThat(new Query("rate(a{b=\"\\\")}#\",c='(',d=`\\`}[$window])").promQl()).isNotEmpty();
  }

  @Test
  void should_quote_the_values_of_matchers() {
    assertThat(Selector.of("a").where("b", "c\"} or up{d=\"\\\n").toString())
        .isEqualTo("a{b=\"c\\\"} or up{d=\\\"\\\\\\n\"}");
    refuses(
        () -> Selector.of("a{b"), "\"a{b\" is not the name of a series: letters, digits, _ and :");
    refuses(
        () -> Selector.of("a").where("b-c", "d"),
        "\"b-c\" is not the name of a label: letters, digits and _");
  }

  @Test
  void should_refuse_a_promise_that_prometheus_would_read_as_a_template() {
    Slo slo = ExampleCell.availability();
    refuses(
        () -> new Slo(slo.name(), slo.objective(), "{{ $labels.x }}", slo.sli()),
        "SLO requests-availability: promise \"{{ $labels.x }}\" must be one plain sentence, without"
            + " braces, double quotes, backslashes or line breaks");
  }

  @Test
  void should_refuse_a_topic_that_is_not_the_cells_own() {
    refuses(
        () ->
            ExampleCell.plan()
                .alertManager(AlertTopic.parse("arn:aws:sns:eu-west-1:811663940468:alerts")),
        "alert topic arn:aws:sns:eu-west-1:811663940468:alerts must be eu-west-1-cell-03's own: in"
            + " account 206626436606 and region eu-west-1");
    refuses(
        () ->
            ExampleCell.plan()
                .alertManager(AlertTopic.parse("arn:aws:sns:us-east-1:206626436606:alerts")),
        "alert topic arn:aws:sns:us-east-1:206626436606:alerts must be eu-west-1-cell-03's own: in"
            + " account 206626436606 and region eu-west-1");
  }

  @Test
  void should_know_a_topic_by_its_partition() {
    String china = "arn:aws-cn:sns:cn-north-1:206626436606:alerts";
    assertThat(AlertTopic.parse(china).arn()).isEqualTo(china);
    refuses(
        () -> AlertTopic.parse("arn:aws:sns:cn-north-1:206626436606:alerts"),
        "\"arn:aws:sns:cn-north-1:206626436606:alerts\" has partition aws: that of cn-north-1 is"
            + " aws-cn");
    refuses(
        () -> AlertTopic.parse("arn:aws:sns:eu-west-1:206626436606:alerts.fifo"),
        "\"alerts.fifo\" is not the name of a standard SNS topic: 1 to 256 letters, digits, - and _"
            + " (a FIFO topic cannot get alerts)");
    refuses(
        () -> AlertTopic.parse("alerts"),
        "\"alerts\" is not the ARN of an SNS topic: arn:aws:sns:<region>:<account>:<name>");
  }

  @Test
  void should_refuse_limits_that_chance_exceeds() {
    refuses(
        () -> new ComparisonLimits(BigDecimal.ONE, BigDecimal.ONE, BigDecimal.ONE),
        "factor 1 must be more than 1: at 1 half of all healthy cells are worse than the others");
    refuses(
        () -> new ComparisonLimits(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.ONE),
        "floor 0 and least events per second 1 must be more than 0: without them chance raises the"
            + " alert");
  }

  @Test
  void should_refuse_more_than_the_service_takes() {
    refuses(
        () -> new RuleGroup("g", Collections.nCopies(21, RULE)),
        "rule group g has 21 rules: Amazon Managed Service for Prometheus takes 1 to 20 a group;"
            + " split it");
    RuleGroup group = new RuleGroup("g", List.of(RULE));
    refuses(
        () -> new RuleFile("f", List.of(group, group)),
        "rule file f has two groups named g: rename one");
    refuses(
        () -> new RuleFile("a b", List.of(group)),
        "\"a b\" is not the name of a rule groups namespace: 1 to 64 of A-Za-z0-9._-");
  }

  @Test
  void should_refuse_two_slos_of_one_name_and_none_at_all() {
    Slo slo = ExampleCell.availability();
    refuses(
        () -> new ObservabilityTexts(ExampleCell.plan().cell(), List.of(slo, slo)),
        "eu-west-1-cell-03 has two SLOs named requests-availability: rename one");
    refuses(
        () -> new ObservabilityTexts(ExampleCell.plan().cell(), List.of()),
        "eu-west-1-cell-03 has no SLO: without one nothing tells that it is unwell");
  }

  @Test
  void should_say_all_that_is_wrong_with_the_names_of_resources() {
    refuses(
        () -> new CellResources("cell", "DB", "jobs"),
        "loadBalancer \"cell\" must match app/[A-Za-z0-9-]{1,32}/[0-9a-f]{16}; databaseCluster"
            + " \"DB\" must match [a-z][a-z0-9-]{0,62}");
  }

  private static void refuses(ThrowingCallable input, String message) {
    assertThatThrownBy(input).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
