package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.DeployRules.Approval;
import org.junit.jupiter.api.Test;

class DeployRulesTest {

  private static final StackName CELL = StackName.parse("eu-west-1-cell-03");
  private static final StackName EDGE = StackName.parse("edge-eu");

  @Test
  void should_ask_a_person_for_whom_the_inventory_says() {
    assertThat(Approval.ALL.asksFor(CELL)).isTrue();
    assertThat(Approval.ALL.asksFor(EDGE)).isTrue();
    assertThat(Approval.EDGES.asksFor(CELL)).isFalse();
    assertThat(Approval.EDGES.asksFor(EDGE)).isTrue();
    assertThat(Approval.NONE.asksFor(EDGE)).isFalse();
  }

  @Test
  void should_be_cautious_where_a_fleet_says_nothing() {
    assertThat(DeployRules.UNSAID.approval()).isEqualTo(Approval.ALL);
    assertThat(DeployRules.UNSAID.releaseKey()).isEmpty();
  }
}
