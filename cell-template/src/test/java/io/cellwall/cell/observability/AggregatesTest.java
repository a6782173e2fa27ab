package io.cellwall.cell.observability;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.observability.rules.Rule;
import io.cellwall.cell.observability.rules.RuleFile;
import io.cellwall.cell.observability.rules.RuleGroup;
import io.cellwall.cell.observability.rules.Series;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** What a zone may know of its cells. */
@NullMarked
class AggregatesTest {

  private static final Pattern SELECTED = Pattern.compile("([A-Za-z_:][A-Za-z0-9_:]*)\\{");

  @Test
  void should_compare_cells_by_their_aggregates_only() {
    // GIVEN
    RuleFile comparison = ExampleCell.comparison(3);
    // WHEN all series that its expressions select are listed, less those it records itself
    Set<String> selected = new TreeSet<>();
    Set<String> recorded = new TreeSet<>();
    for (RuleGroup group : comparison.groups()) {
      for (Rule rule : group.rules()) {
        Map<String, Object> yaml = rule.asYaml();
        recorded.add(String.valueOf(yaml.get("record")));
        Matcher matcher = SELECTED.matcher(String.valueOf(yaml.get("expr")));
        while (matcher.find()) {
          selected.add(matcher.group(1));
        }
      }
    }
    selected.removeAll(recorded);
    // THEN
    assertThat(selected).containsExactlyInAnyOrderElementsOf(Series.AGGREGATES);
  }

  @Test
  void should_record_each_aggregate_with_the_labels_of_its_owner_only() {
    // GIVEN the rules of a cell
    List<Rule.Recording> aggregates =
        ExampleCell.plan().ruleFiles().stream()
            .flatMap(file -> file.groups().stream())
            .flatMap(group -> group.rules().stream())
            .filter(Rule.Recording.class::isInstance)
            .map(Rule.Recording.class::cast)
            .filter(rule -> Series.AGGREGATES.contains(rule.series()))
            .toList();
    // THEN all are there for each SLO, and labelled
    assertThat(aggregates).hasSize(Series.AGGREGATES.size() * ExampleCell.plan().slos().size());
    assertThat(aggregates)
        .allSatisfy(
            rule -> assertThat(rule.labels()).containsOnlyKeys("cell", "zone", "region", "slo"));
  }

  @Test
  void should_label_every_recorded_series_of_a_cell() {
    assertThat(ExampleCell.plan().ruleFiles())
        .flatExtracting(RuleFile::groups)
        .flatExtracting(RuleGroup::rules)
        .filteredOn(Rule.Recording.class::isInstance)
        .hasSize(42)
        .allSatisfy(
            rule ->
                assertThat(((Rule.Recording) rule).labels())
                    .containsEntry("cell", "eu-west-1-cell-03")
                    .containsEntry("zone", "eu")
                    .containsEntry("region", "eu-west-1"));
  }
}
