package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Compute;
import io.cellwall.regions.model.DeployIdentity;
import io.cellwall.regions.model.DeployRules;
import io.cellwall.regions.model.EdgeFacts;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Fleet;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.RecoveryClaim;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.RouterImages;
import io.cellwall.regions.model.SizeClass;
import io.cellwall.regions.model.TenantShare;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneFacts;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.FleetFile;
import io.cellwall.regions.written.WaiverFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Makes the model from files of which nothing is missing or broken. */
final class InventoryAssembly {

  private InventoryAssembly() {}

  static Inventory assemble(WrittenInventory written) {
    Fleet fleet = fleet(written.fleet().content());
    SortedMap<ZoneName, Zone> zones = new TreeMap<>();
    for (WrittenFile<ZoneName, ZoneFile> file : written.zones()) {
      zones.put(file.name().get(), zone(file.name().get(), file.content()));
    }
    SortedMap<CellName, Cell> cells = new TreeMap<>();
    for (WrittenFile<CellName, CellFile> file : written.cells()) {
      cells.put(file.name().get(), cell(file.content(), fleet));
    }
    return new Inventory(fleet, zones, cells);
  }

  static List<Waiver> waivers(WrittenInventory written) {
    return written.waivers().stream()
        .flatMap(
            file -> file.content().list().stream().map(field -> waiver(file.name().get(), field)))
        .toList();
  }

  static List<BlastBudget> budgets(WrittenInventory written) {
    return written.fleet().content().blastRadius().value().stream()
        .flatMap(
            budgets ->
                Stream.of(Failure.values())
                    .flatMap(
                        failure -> {
                          Field<TenantShare> most = budgets.of(failure);
                          return most.value().stream()
                              .map(share -> new BlastBudget(failure, share, most.source()));
                        }))
        .toList();
  }

  private static Waiver waiver(String scope, Field<WaiverFile.Granted> field) {
    WaiverFile.Granted granted = field.get();
    return new Waiver(
        scope,
        granted.finding().get(),
        granted.resource().get(),
        granted.reason().get(),
        granted.approver().get(),
        granted.ticket().get(),
        granted.expires().get(),
        field.source());
  }

  private static Fleet fleet(FleetFile file) {
    Map<CellSize, SizeClass> sizes = new EnumMap<>(CellSize.class);
    for (CellSize size : CellSize.values()) {
      FleetFile.Size written = file.size(size).get();
      sizes.put(
          size,
          new SizeClass(written.users().get(), Math.toIntExact(written.prefixLength().get())));
    }
    FleetFile.GlobalEdge globalEdge = file.globalEdge().get();
    return new Fleet(
        file.organization().get(),
        file.owner().get(),
        file.domain().get(),
        file.addressPool().get(),
        sizes,
        new Fleet.Limits(file.limits().get().cellShare().get()),
        file.release().get(),
        file.kubernetesVersion().get(),
        new Fleet.GlobalEdge(globalEdge.account().get(), globalEdge.region().get()),
        file.routerImages()
            .value()
            .map(images -> new RouterImages(images.envoy().get(), images.lookup().get())),
        file.deploy().value().map(InventoryAssembly::deploy).orElse(DeployRules.UNSAID));
  }

  private static DeployRules deploy(FleetFile.Deploy written) {
    return new DeployRules(
        written.approval().get(),
        written.monthlyBudget().get(),
        written.releaseKey().value(),
        written.oidc().value().map(InventoryAssembly::identity));
  }

  private static DeployIdentity identity(FleetFile.Oidc written) {
    return new DeployIdentity(
        written.issuer().get(), written.audience().get(), written.repository().get());
  }

  private static Zone zone(ZoneName name, ZoneFile file) {
    SortedMap<Region, Zone.RegionEdge> edges = new TreeMap<>();
    for (Entry<Region, ZoneFile.Edge> entry : file.edgeList()) {
      ZoneFile.Edge edge = entry.value().get();
      edges.put(
          entry.key().get(),
          new Zone.RegionEdge(
              edge.account().get(),
              edge.cidr().get(),
              quotas(edge.approvedQuotas()),
              optional(edge.availabilityZones()),
              edge.facts().value().map(InventoryAssembly::facts)));
    }
    return new Zone(
        name,
        values(file.regulations()),
        values(file.regions()),
        file.host().get(),
        file.writerRegion().get(),
        file.account().get(),
        edges,
        quotas(file.approvedQuotas()),
        Math.toIntExact(file.signingKey().value().orElse(1L)),
        file.facts()
            .value()
            .map(
                facts ->
                    new ZoneFacts(values(facts.nameServers()), facts.delegationSigner().value())));
  }

  private static EdgeFacts facts(ZoneFile.EdgeFacts written) {
    ZoneFile.CertificateRecord record = written.certificateRecord().get();
    return new EdgeFacts(
        written.loadBalancer().get(),
        written.attachment().get(),
        new EdgeFacts.CertificateRecord(record.name().get(), record.target().get()),
        optional(written.cellNameServers()));
  }

  private static Cell cell(CellFile file, Fleet fleet) {
    return new Cell(
        file.name().get(),
        file.zone().get(),
        file.account().get(),
        file.cidr().get(),
        file.size().get(),
        file.users().get(),
        file.state().get(),
        values(file.availabilityZones()),
        file.nat().get(),
        compute(file.compute().get(), fleet),
        policy(file.whenUnhealthy().get()),
        file.backupCopyTo().value(),
        file.release().value().orElse(fleet.release()),
        quotas(file.approvedQuotas()),
        file.facts()
            .value()
            .map(
                facts ->
                    new CellFacts(
                        facts.endpointService().get().value(), values(facts.nameServers()))),
        file.recovery()
            .value()
            .map(
                claim ->
                    new RecoveryClaim(
                        claim.rpo().value(), claim.rto().value(), claim.capacity().value())));
  }

  private static Compute compute(CellFile.Cluster written, Fleet fleet) {
    return new Compute(
        written.nodes().get(),
        written.kubernetesVersion().value().orElse(fleet.kubernetesVersion()),
        written.mesh().get(),
        written.publicAccess().value().orElse(List.of()).stream().map(Field::get).toList());
  }

  private static FailurePolicy policy(CellFile.WhenUnhealthy written) {
    return switch (written.policy().get()) {
      case FAIL_FAST -> new FailurePolicy.FailFast();
      case DEGRADED -> new FailurePolicy.Degraded();
      case STANDBY -> new FailurePolicy.Standby(written.cell().get(), written.survives().get());
    };
  }

  private static SortedMap<QuotaCode, Long> quotas(Field<List<Entry<QuotaCode, Long>>> field) {
    SortedMap<QuotaCode, Long> quotas = new TreeMap<>();
    for (Entry<QuotaCode, Long> entry : field.value().orElse(List.of())) {
      quotas.put(entry.key().get(), entry.value().get());
    }
    return quotas;
  }

  private static <T> List<T> optional(Field<List<Field<T>>> field) {
    return field.value().isEmpty() ? List.of() : values(field);
  }

  private static <T> List<T> values(Field<List<Field<T>>> field) {
    return field.get().stream().map(Field::get).toList();
  }
}
