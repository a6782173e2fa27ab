package io.cellwall.regions.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.finding.Severity;
import org.junit.jupiter.api.Test;

class InventoryRulesTest {

  @Test
  void should_have_these_rules_and_no_others() {
    // The public catalogue: an id that goes away or changes breaks those who refer to it.
    assertThat(InventoryRules.ids())
        .containsExactly(
            "AcceleratorNotInPartition",
            "AccountUsedTwice",
            "AddressPoolNotPrivate",
            "ApprovedQuotaUnknown",
            "AvailabilityZoneOutsideRegion",
            "AvailabilityZoneTooHigh",
            "BackupCopyBesidePartner",
            "BackupCopyInOwnRegion",
            "BackupCopyOutsideZone",
            "CapacityWithoutStandby",
            "CellNameNotFileName",
            "CellRegionNotInName",
            "CellRegionWithoutEdge",
            "CellRemoved",
            "ChangedIdentity",
            "CidrOfWrongSize",
            "CidrOutsidePool",
            "CidrOverlap",
            "EdgeAddressesChanged",
            "EdgeAvailabilityZoneOutsideRegion",
            "EdgeCidrOfWrongSize",
            "EdgeFactsOfAnother",
            "EdgeRegionOutsideZone",
            "EndpointServiceOutsideRegion",
            "EndpointServiceUsedTwice",
            "FactsBeforeStack",
            "FactsMissing",
            "HostOutsideDomain",
            "HostUsedTwice",
            "IllegalStateTransition",
            "KubernetesVersionNotNext",
            "KubernetesVersionUnknown",
            "LoadBalancingOutOfReach",
            "MetricsNotOffered",
            "NewCellNotPlanned",
            "NoSharedAvailabilityZone",
            "PublicAccessNotPublic",
            "PublicAccessTooWide",
            "RecordsOutOfReach",
            "RecoveryClaimTooStrong",
            "RegionInTwoZones",
            "RegionOutsideZone",
            "StandbyInOtherAccount",
            "StandbyInSameRegion",
            "StandbyIsSelf",
            "StandbyNotActive",
            "StandbyOutsideZone",
            "StandbyTooSmall",
            "StandbyUnknown",
            "UnknownZone",
            "UsersAboveShare",
            "UsersAboveSize",
            "UsersOutsideLife",
            "WaiverOfUnknownCell",
            "WriterRegionOutsideZone",
            "ZoneNameIsRegion",
            "ZoneRemoved",
            "ZoneSpansPartitions",
            "ZoneWithFewCells");
  }

  @Test
  void should_be_undecided_and_block_when_a_rule_throws() {
    // GIVEN
    IllegalStateException defect = new IllegalStateException("boom");

    // WHEN
    var findings =
        InventoryRules.run(
            "SomeRule",
            report -> {
              throw defect;
            });

    // THEN
    assertThat(findings)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("SomeRule");
              assertThat(finding.severity()).isEqualTo(Severity.UNDECIDED);
              assertThat(finding.message())
                  .isEqualTo("the rule failed: java.lang.IllegalStateException: boom");
              assertThat(finding.blocks()).isTrue();
            });
  }
}
