package io.cellwall.fleet.report;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.EdgeFacts;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Recovery;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the inventory says of a stack, as names and what they are. */
final class StackFacts {

  private final Inventory inventory;

  StackFacts(Inventory inventory) {
    this.inventory = inventory;
  }

  static String kind(StackName name) {
    return name instanceof StackName.OfCell
        ? "cell"
        : name instanceof StackName.OfRegionEdge
            ? "edge of a region"
            : name instanceof StackName.OfZoneEdge ? "edge of a zone" : "global edge";
  }

  /** The cell that the stack is. */
  Optional<Cell> cell(StackName name) {
    return name instanceof StackName.OfCell of ? inventory.cell(of.cell()) : Optional.empty();
  }

  AccountId account(StackName name) {
    if (name instanceof StackName.OfRegionEdge edge) {
      return edge(edge.region()).account();
    }
    if (name instanceof StackName.OfZoneEdge edge) {
      return Objects.requireNonNull(inventory.zones().get(edge.zone())).account();
    }
    return cell(name).map(Cell::account).orElse(inventory.fleet().globalEdge().account());
  }

  private Zone.RegionEdge edge(Region region) {
    return inventory.zones().values().stream()
        .flatMap(zone -> Optional.ofNullable(zone.edges().get(region)).stream())
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no zone has an edge in " + region));
  }

  List<Page.Fact> of(StackName name, Region region, AccountId account) {
    List<Page.Fact> facts = new ArrayList<>();
    add(facts, "Region", region.code() + ", " + region.description());
    add(facts, "Account", account.value());
    cell(name).ifPresent(cell -> ofCell(facts, cell));
    if (name instanceof StackName.OfRegionEdge of) {
      Zone.RegionEdge edge = edge(of.region());
      add(facts, "Addresses", addresses(edge.cidr()));
      add(facts, "Availability zones", joined(edge.availabilityZonesIn(of.region())));
      add(facts, "Load balancer", edge.facts().map(EdgeFacts::loadBalancer).orElse("not admitted"));
    } else if (name instanceof StackName.OfZoneEdge of) {
      Zone zone = Objects.requireNonNull(inventory.zones().get(of.zone()));
      add(facts, "Host", zone.host().toString());
      add(facts, "Writer region", zone.writerRegion().code());
    }
    if (cell(name).isEmpty()) {
      add(facts, "Release", inventory.fleet().release().toString());
    }
    return facts;
  }

  private void ofCell(List<Page.Fact> facts, Cell cell) {
    add(facts, "Addresses", addresses(cell.cidr()));
    add(facts, "Host", inventory.hostOf(cell).toString());
    add(facts, "Release", cell.release().toString());
    add(
        facts,
        "Size",
        words(cell.size())
            + ", at most "
            + Figures.count(
                Objects.requireNonNull(inventory.fleet().sizes().get(cell.size())).users(),
                "user"));
    add(facts, "Availability zones", joined(cell.availabilityZones()));
    add(
        facts,
        "Compute",
        "Kubernetes %s, %s, mesh: %s"
            .formatted(
                cell.compute().kubernetesVersion(),
                words(cell.compute().nodes()),
                words(cell.compute().mesh())));
    add(facts, "NAT gateways", words(cell.nat()));
    add(facts, "When unhealthy", policy(cell.whenUnhealthy()));
    add(facts, "Backups copied to", cell.backupCopyTo().map(Region::code).orElse("nowhere"));
    recovery(facts, Recovery.of(inventory, cell));
    add(
        facts,
        "Endpoint service",
        cell.facts().map(CellFacts::endpointService).orElse("not admitted"));
  }

  private static String policy(FailurePolicy policy) {
    return policy.label()
        + policy.standbyCell().map(cell -> ": " + cell + " takes over").orElse("");
  }

  private static void recovery(List<Page.Fact> facts, Recovery recovery) {
    add(facts, "Recovery", words(recovery.topology()));
    add(facts, "Availability zone lost", loss(recovery.zoneLoss()));
    add(facts, "Cell lost", loss(recovery.cellLoss()));
    add(
        facts,
        "Region lost",
        recovery.regionLoss().map(StackFacts::loss).orElse("not recovered from"));
  }

  private static String loss(Recovery.Objectives objectives) {
    return "%s of data, %s of service".formatted(objectives.rpo(), objectives.rto());
  }

  private static String addresses(Cidr cidr) {
    return cidr + ", " + Figures.count(cidr.addresses()) + " addresses";
  }

  private static String joined(List<?> all) {
    return all.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  private static String words(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void add(List<Page.Fact> facts, String term, String value) {
    facts.add(new Page.Fact(term, value));
  }
}
