package io.cellwall.edge.global;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.edge.Rehearsal;
import io.cellwall.edge.Rehearsal.Declared;
import io.cellwall.edge.SampleFleet;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlobalEdgeTest {

  private static final Zone EU =
      SampleFleet.zone(
          "eu", "111111111110", "eu-west-1", List.of("eu-west-1"), List.of("eu-west-1"));

  private static Inventory inventory(Zone zone) {
    return SampleFleet.inventory(
        List.of(zone),
        List.of(
            SampleFleet.cell(
                "eu-west-1-cell-01", "eu", CellState.ACTIVE, new FailurePolicy.FailFast())));
  }

  @Test
  void should_delegate_to_a_zone_once_it_is_admitted() {
    assertThat(GlobalEdgePlan.of(inventory(EU)).delegations()).isEmpty();
    assertThat(GlobalEdgePlan.of(inventory(SampleFleet.admitted(EU))).delegations())
        .extracting(each -> each.host().value())
        .containsExactly("eu.api.example.com", "eu.cells.example.com");
  }

  @Test
  void should_tell_which_zones_there_are_and_nothing_of_cells_accounts_or_tenants() {
    // WHEN
    GlobalEdgePlan plan = GlobalEdgePlan.of(inventory(SampleFleet.admitted(EU)));
    // THEN
    assertThat(plan.directory())
        .extracting(GlobalEdgePlan.Entry::record)
        .containsExactly("_zones.example.com", "eu._zones.example.com");
    assertThat(plan.directory().get(1).values())
        .containsExactly("host=eu.api.example.com", "region=eu-west-1");
    assertThat(plan.toString()).doesNotContain("cell-01", "111111111110", "111111111111", "tenant");
  }

  @Test
  void should_hold_names_and_their_signatures_only() {
    assertThat(Rehearsal.of(GlobalEdgePlan.of(inventory(SampleFleet.admitted(EU)))))
        .extracting(Declared::type)
        .containsOnly(
            "aws:kms/alias:Alias",
            "aws:kms/key:Key",
            "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec",
            "aws:route53/keySigningKey:KeySigningKey",
            "aws:route53/record:Record",
            "aws:route53/zone:Zone",
            "aws:ssm/parameter:Parameter");
  }
}
