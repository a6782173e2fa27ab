package io.cellwall.fleet.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.change.danger.FleetDelta;
import io.cellwall.fleet.graph.TestStack;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class QuotaExceededTest {

  private static final Inventory EXAMPLE =
      InventoryReader.read(Path.of(CommandRun.INVENTORY)).inventory().orElseThrow();

  @Test
  void should_find_an_account_that_needs_more_than_aws_grants() {
    assertThat(found(vpcs(6)))
        .extracting(Finding::message)
        .containsExactly(
            "VPCs per Region (L-F678F1CE) must be 6; the account has 5, AWS's default; aws"
                + " service-quotas request-service-quota-increase --service-code vpc --quota-code"
                + " L-F678F1CE --desired-value 6 --region eu-west-1; once approved, record L-F678F1CE:"
                + " 6 in cells/eu-west-1-cell-03.yaml, approvedQuotas");
  }

  @Test
  void should_name_the_file_where_the_grant_would_be_recorded() {
    assertThat(found(vpcs(6)))
        .extracting(Finding::source)
        .containsExactly(Optional.of(new Source("cells/eu-west-1-cell-03.yaml", 7, 1)));
  }

  @Test
  void should_find_what_only_two_stacks_together_need() {
    // GIVEN two stacks in one account, each of which alone has enough
    assertThat(found(vpcs(3))).isEmpty();
    assertThat(found(vpcs(3), vpcs(3))).hasSize(1);
  }

  @Test
  void should_find_nothing_where_the_account_has_enough() {
    assertThat(found(vpcs(5))).isEmpty();
  }

  private static TestStack vpcs(int count) {
    TestStack stack = new TestStack("eu-west-1-cell-03", "206626436606", "eu-west-1");
    IntStream.range(0, count).forEach(i -> stack.with("aws:ec2/vpc:Vpc", "vpc-" + i, Map.of()));
    return stack;
  }

  private static List<Finding> found(TestStack... stacks) {
    return new QuotaExceeded()
        .inFleet(
            new FleetDelta(
                EXAMPLE,
                EXAMPLE,
                List.of(),
                List.of(),
                () -> List.of(stacks).stream().map(TestStack::graph).toList(),
                LocalDate.of(2026, 11, 23),
                file -> new Source(file, 7, 1)));
  }
}
