package io.cellwall.policies.guardrails;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.regions.model.GlobalByDesign;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StandbyPair;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the inventory says of one place, and of the few doors in its walls.
 *
 * @param place a stack's name, or {@code zone-eu}
 * @param account its account; a zone has several
 * @param regions where its resources may lie, sorted
 * @param byDesign regions beyond those in which AWS has the key of DNSSEC
 * @param services prefixes of services that AWS runs outside any zone, by its own design, and that
 *     are needed here
 * @param callers accounts whose principals may act on its resources
 * @param owners accounts on whose resources its principals may act
 * @param endpointServices accounts to whose endpoint services it may connect
 * @param registries AWS's accounts with the images of EKS's add-ons
 * @param partition of its ARNs
 */
record Perimeter(
    String place,
    Optional<AccountId> account,
    Set<Region> regions,
    Set<Region> byDesign,
    Set<String> services,
    Set<AccountId> callers,
    Set<AccountId> owners,
    Set<AccountId> endpointServices,
    Set<AccountId> registries,
    String partition) {

  // A session is had from any region, also by the old endpoint that stands in us-east-1.
  private static final Set<String> OF_A_CELL = Set.of("iam", "route53", "sts");
  private static final Set<String> OF_AN_EDGE =
      Set.of("globalaccelerator", "iam", "route53", "sts");

  /** Around a cell: nobody comes in by IAM, and its principals leave for a standby only. */
  static Perimeter of(Inventory inventory, Cell cell) {
    List<AccountId> owners = new ArrayList<>(List.of(cell.account()));
    inventory.pairs().stream()
        .filter(StandbyPair::replicates)
        .filter(pair -> pair.primary().equals(cell.name()) || pair.standby().equals(cell.name()))
        .flatMap(pair -> Stream.of(pair.primary(), pair.standby()))
        .flatMap(name -> inventory.cell(name).stream())
        .forEach(partner -> owners.add(partner.account()));
    return new Perimeter(
        cell.name().toString(),
        Optional.of(cell.account()),
        sorted(Stream.concat(Stream.of(cell.region()), cell.backupCopyTo().stream())),
        Set.of(),
        OF_A_CELL,
        Set.of(cell.account()),
        sorted(owners.stream()),
        Set.of(),
        imagesOfAddOns(List.of(cell.region())),
        cell.region().partition());
  }

  /** Around a region's edge: it reads the zone's table and connects to the zone's cells. */
  static Perimeter of(Inventory inventory, Zone zone, Region region, Zone.RegionEdge edge) {
    return new Perimeter(
        "edge-" + region,
        Optional.of(edge.account()),
        Set.of(region),
        Set.of(),
        OF_AN_EDGE,
        Set.of(edge.account()),
        sorted(Stream.of(edge.account(), zone.account())),
        cells(inventory, zone),
        imagesOfAddOns(List.of(region)),
        region.partition());
  }

  /** Around a zone's edge: its regions' edges read its table. */
  static Perimeter of(Zone zone) {
    return new Perimeter(
        "edge-" + zone.name(),
        Optional.of(zone.account()),
        sorted(zone.regions().stream()),
        ofDnssec(),
        OF_AN_EDGE,
        sorted(
            Stream.concat(
                Stream.of(zone.account()),
                zone.edges().values().stream().map(Zone.RegionEdge::account))),
        Set.of(zone.account()),
        Set.of(),
        Set.of(),
        zone.writerRegion().partition());
  }

  /** Around the stack above the zones. */
  static Perimeter ofGlobalEdge(Inventory inventory) {
    AccountId account = inventory.fleet().globalEdge().account();
    Region region = inventory.fleet().globalEdge().region();
    return new Perimeter(
        "global-edge",
        Optional.of(account),
        Set.of(region),
        ofDnssec(),
        OF_A_CELL,
        Set.of(account),
        Set.of(account),
        Set.of(),
        Set.of(),
        region.partition());
  }

  /** Around a zone as a whole: what all of its stacks together may. */
  static Perimeter ofZone(Inventory inventory, Zone zone) {
    Set<AccountId> accounts =
        sorted(
            Stream.concat(
                Stream.concat(
                    Stream.of(zone.account()),
                    zone.edges().values().stream().map(Zone.RegionEdge::account)),
                cells(inventory, zone).stream()));
    return new Perimeter(
        "zone-" + zone.name(),
        Optional.empty(),
        sorted(zone.regions().stream()),
        ofDnssec(),
        OF_AN_EDGE,
        accounts,
        accounts,
        cells(inventory, zone),
        imagesOfAddOns(zone.regions()),
        zone.writerRegion().partition());
  }

  /** Where anything of it may lie, the key of DNSSEC too. */
  Set<Region> everywhere() {
    return sorted(Stream.concat(regions.stream(), byDesign.stream()));
  }

  /** Regions as policies write them. */
  static List<String> codes(Collection<Region> regions) {
    return regions.stream().map(Region::code).toList();
  }

  /** Accounts as policies write them. */
  static List<String> ids(Collection<AccountId> accounts) {
    return accounts.stream().map(AccountId::value).toList();
  }

  private static Set<AccountId> cells(Inventory inventory, Zone zone) {
    return sorted(
        inventory.cellsOf(zone.name()).stream()
            .filter(cell -> cell.state().hasStack())
            .map(Cell::account));
  }

  private static Set<Region> ofDnssec() {
    Stream<Region> regions =
        GlobalByDesign.withRegion().stream().map(GlobalByDesign::region).flatMap(Optional::stream);
    return sorted(regions);
  }

  private static Set<AccountId> imagesOfAddOns(Collection<Region> regions) {
    Stream<AccountId> accounts = regions.stream().map(EksRegistries::of).flatMap(Optional::stream);
    return sorted(accounts);
  }

  private static <T extends Comparable<T>> Set<T> sorted(Stream<T> items) {
    return new TreeSet<>(items.toList());
  }
}
