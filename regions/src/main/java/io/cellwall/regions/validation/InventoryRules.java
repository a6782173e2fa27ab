package io.cellwall.regions.validation;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.written.WrittenInventory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Which rules apply, and the way to run them all. */
public final class InventoryRules {

  private static final List<InventoryRule> RULES =
      List.of(
          new AcceleratorNotInPartition(),
          new AccountUsedTwice(),
          new AddressPoolNotPrivate(),
          new ApprovedQuotaUnknown(),
          new AvailabilityZoneOutsideRegion(),
          new AvailabilityZoneTooHigh(),
          new BackupCopyBesidePartner(),
          new BackupCopyInOwnRegion(),
          new BackupCopyOutsideZone(),
          new CapacityWithoutStandby(),
          new CellNameNotFileName(),
          new CellRegionNotInName(),
          new CellRegionWithoutEdge(),
          new CidrOfWrongSize(),
          new CidrOutsidePool(),
          new CidrOverlap(),
          new EdgeAvailabilityZoneOutsideRegion(),
          new EdgeCidrOfWrongSize(),
          new EdgeFactsOfAnother(),
          new EdgeRegionOutsideZone(),
          new EndpointServiceOutsideRegion(),
          new EndpointServiceUsedTwice(),
          new FactsBeforeStack(),
          new FactsMissing(),
          new HostOutsideDomain(),
          new HostUsedTwice(),
          new KubernetesVersionUnknown(),
          new LoadBalancingOutOfReach(),
          new MetricsNotOffered(),
          new NoSharedAvailabilityZone(),
          new PublicAccessNotPublic(),
          new PublicAccessTooWide(),
          new RecordsOutOfReach(),
          new RecoveryClaimTooStrong(),
          new RegionInTwoZones(),
          new RegionOutsideZone(),
          new StandbyInOtherAccount(),
          new StandbyInSameRegion(),
          new StandbyIsSelf(),
          new StandbyNotActive(),
          new StandbyOutsideZone(),
          new StandbyTooSmall(),
          new StandbyUnknown(),
          new UnknownZone(),
          new UsersAboveShare(),
          new UsersAboveSize(),
          new UsersOutsideLife(),
          new WaiverOfUnknownCell(),
          new WriterRegionOutsideZone(),
          new ZoneNameIsRegion(),
          new ZoneSpansPartitions(),
          new ZoneWithFewCells());

  private static final List<ChangeRule> CHANGE_RULES =
      List.of(
          new CellRemoved(),
          new ChangedIdentity(),
          new EdgeAddressesChanged(),
          new IllegalStateTransition(),
          new KubernetesVersionNotNext(),
          new NewCellNotPlanned(),
          new ZoneRemoved());

  private InventoryRules() {}

  /** The ids of all rules, sorted. */
  public static List<String> ids() {
    return Stream.concat(RULES.stream(), CHANGE_RULES.stream())
        .map(InventoryRules::idOf)
        .sorted()
        .toList();
  }

  /** What breaks a rule in one inventory. */
  public static List<Finding> check(WrittenInventory inventory) {
    List<Finding> findings = new ArrayList<>();
    for (InventoryRule rule : RULES) {
      findings.addAll(run(idOf(rule), report -> rule.check(inventory, report)));
    }
    return List.copyOf(findings);
  }

  /**
   * What breaks a rule between two inventories.
   *
   * @param base the inventory as it was
   * @param head the inventory as it is to be
   */
  public static List<Finding> checkChange(WrittenInventory base, WrittenInventory head) {
    List<Finding> findings = new ArrayList<>();
    for (ChangeRule rule : CHANGE_RULES) {
      findings.addAll(run(idOf(rule), report -> rule.check(base, head, report)));
    }
    return List.copyOf(findings);
  }

  private static String idOf(Object rule) {
    return rule.getClass().getSimpleName();
  }

  // A rule that throws has not passed.
  static List<Finding> run(String id, Consumer<Report> rule) {
    Report report = new Report(id);
    try {
      rule.accept(report);
    } catch (RuntimeException e) {
      report.failed(e);
    }
    return report.findings();
  }
}
