package io.cellwall.policies.ownership;

import inet.ipaddr.IPAddressString;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv4.IPv4AddressAssociativeTrie;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who owns what, by the inventory: accounts, regions, addresses, names and hosts.
 *
 * <p>Built once; each question is a look-up, whatever the number of cells.
 */
public final class OwnerIndex {

  private final Map<String, Home> homes = new HashMap<>();
  private final Map<String, List<Place>> accounts = new HashMap<>();
  private final Map<Region, ZoneName> regions = new HashMap<>();
  private final Map<String, Region> zoneIdPrefixes = new HashMap<>();
  private final Map<String, Place> cells = new HashMap<>();
  private final Map<String, Place> hosts = new HashMap<>();
  private final Map<String, Place> cellDomains = new HashMap<>();
  private final Map<String, Place> endpointServices = new HashMap<>();
  private final IPv4AddressAssociativeTrie<List<Place>> addresses =
      new IPv4AddressAssociativeTrie<>();
  private final HostName domain;

  /** The index of an inventory. */
  public OwnerIndex(Inventory inventory) {
    this(Holdings.of(inventory));
  }

  /** The index of what an inventory gives. */
  public OwnerIndex(Holdings holdings) {
    this.domain = holdings.domain();
    holdings.zones().values().forEach(this::add);
    holdings
        .cellDomains()
        .forEach((zone, host) -> cellDomains.put(host.value(), new Place.OfZoneEdge(zone)));
    holdings.cells().forEach(cell -> add(holdings, cell));
    Place global = new Place.OfGlobalEdge();
    AccountId account = holdings.globalEdge().account();
    own(account, global);
    settle(
        new Home(
            global.stack(),
            Optional.empty(),
            account,
            List.of(holdings.globalEdge().region()),
            Optional.empty(),
            new TreeMap<>(),
            List.of()));
  }

  private void add(Zone zone) {
    TreeMap<String, String> tags = new TreeMap<>(Map.of("zone", zone.name().value()));
    Place edge = new Place.OfZoneEdge(zone.name());
    own(zone.account(), edge);
    hosts.put(zone.host().value(), edge);
    for (Region region : zone.regions()) {
      regions.put(region, zone.name());
      zoneIdPrefixes.put(AvailabilityZoneId.prefixOf(region), region);
    }
    settle(
        new Home(
            edge.stack(),
            Optional.of(zone),
            zone.account(),
            zone.regions(),
            Optional.empty(),
            tags,
            List.of()));
    zone.edges()
        .forEach(
            (region, routers) -> {
              Place place = new Place.OfRegionEdge(region, zone.name());
              own(routers.account(), place);
              own(routers.cidr(), place);
              settle(
                  new Home(
                      place.stack(),
                      Optional.of(zone),
                      routers.account(),
                      List.of(region),
                      Optional.of(routers.cidr()),
                      tags,
                      List.of()));
            });
  }

  private void add(Holdings holdings, Holdings.OfCell cell) {
    Place place = Place.OfCell.of(cell);
    own(cell.account(), place);
    own(cell.cidr(), place);
    cells.put(cell.name().toString(), place);
    hosts.put(cell.host().value(), place);
    cell.endpointService().ifPresent(service -> endpointServices.put(service, place));
    if (cell.state().hasStack()) {
      settle(
          new Home(
              place.stack(),
              Optional.ofNullable(holdings.zones().get(cell.zone())),
              cell.account(),
              // The region that keeps a copy of its backups is the one more that the inventory
              // gives.
              Stream.concat(Stream.of(cell.name().region()), cell.backupCopyTo().stream()).toList(),
              Optional.of(cell.cidr()),
              new TreeMap<>(Map.of("cell", cell.name().toString(), "zone", cell.zone().value())),
              holdings.pairs().stream().filter(pair -> pair.zone().equals(cell.zone())).toList()));
    }
  }

  private void own(AccountId account, Place place) {
    accounts.computeIfAbsent(account.value(), key -> new ArrayList<>()).add(place);
  }

  private void own(Cidr block, Place place) {
    IPv4Address key = address(block);
    List<Place> places = addresses.get(key);
    if (places == null) {
      places = new ArrayList<>();
      addresses.put(key, places);
    }
    places.add(place);
  }

  private void settle(Home home) {
    homes.put(home.stack().value(), home);
  }

  /** What the inventory gives to a stack; empty if it has no such stack. */
  public Optional<Home> home(String stack) {
    return Optional.ofNullable(homes.get(stack));
  }

  /** Tells whether this is the name of a cell whose stack is gone for good. */
  public boolean isRetired(String cell) {
    return cells.containsKey(cell) && !homes.containsKey(cell);
  }

  /** Tells whether the inventory has this account. */
  boolean knowsAccount(String account) {
    return accounts.containsKey(account);
  }

  /** Tells whether the inventory gives the account of a stack to others too. */
  boolean sharesAccount(Home home) {
    return accounts.getOrDefault(home.account().value(), List.of()).size() > 1;
  }

  /** The owner of an account. */
  Owner ofAccount(String account, Home home) {
    if (home.account().value().equals(account)) {
      return new Owner.ThisStack();
    }
    List<Place> places = accounts.get(account);
    return places == null ? new Owner.Stranger("an account") : relate(places.get(0), home);
  }

  /**
   * Who has what lies in this region of the stack's own account: of a pair that shares one, each
   * has its own region. Empty if the region says nothing.
   */
  Optional<Owner> ofSharedAccount(Region region, Home home) {
    return accounts.getOrDefault(home.account().value(), List.of()).stream()
        .filter(place -> !place.stack().equals(home.stack()))
        .filter(place -> place instanceof Place.OfCell cell && cell.cell().region().equals(region))
        .map(place -> relate(place, home))
        .findFirst();
  }

  /** The owner of a region. */
  Owner ofRegion(Region region, Home home) {
    if (home.regions().contains(region)) {
      return new Owner.ThisStack();
    }
    ZoneName zone = regions.get(region);
    return zone == null ? new Owner.Stranger("a region") : ofZone(zone, home);
  }

  private static Owner ofZone(ZoneName zone, Home home) {
    return home.zoneName().filter(zone::equals).isPresent()
        ? new Owner.ItsZone(zone)
        : new Owner.OtherZone(zone);
  }

  /** The owner of an availability zone, by its id. */
  Owner ofAvailabilityZone(String id, Home home) {
    Region region = zoneIdPrefixes.get(id.substring(0, id.indexOf("-az")));
    return region == null ? new Owner.Stranger("an availability zone") : ofRegion(region, home);
  }

  /** The owner of a cell's name; a name that looks like one and is none belongs to a stranger. */
  Owner ofCellName(String name, Home home) {
    @Nullable Place place = cells.get(name);
    return place == null ? new Owner.Stranger("a cell") : relate(place, home);
  }

  /** The owner of a PrivateLink endpoint service, by its full name. */
  Owner ofEndpointService(String name, Home home) {
    @Nullable Place place = endpointServices.get(name);
    return place == null
        ? new Owner.Unknown("an endpoint service that no resource of this stack is")
        : relate(place, home);
  }

  /** Tells whether a host name lies in the fleet's domain. */
  boolean isOurs(String host) {
    return host.equals(domain.value()) || host.endsWith("." + domain.value());
  }

  /** The owner of a host name of the fleet: the host that it is, or that it lies below. */
  Owner ofHost(String host, Home home) {
    // The name itself and no more: below it are the cells, and what is no cell is nobody's.
    Place cells = cellDomains.get(host);
    if (cells != null) {
      return relate(cells, home);
    }
    String rest = host;
    while (isOurs(rest)) {
      Place place = hosts.get(rest);
      if (place != null) {
        return relate(place, home);
      }
      int dot = rest.indexOf('.');
      rest = rest.substring(dot + 1);
    }
    // The rest of the domain is its holder's.
    return home.isGlobal()
        ? new Owner.ThisStack()
        : new Owner.Unknown("a host of the fleet's domain that is nobody's in the inventory");
  }

  /** The owners of a block's addresses other than the stack itself, sorted by name. */
  List<Owner> ofAddresses(Cidr block, Home home) {
    IPv4Address key = address(block);
    Map<String, Owner> found = new TreeMap<>();
    collect(addresses.elementsContaining(key), home, found);
    collect(addresses.elementsContainedBy(key), home, found);
    return List.copyOf(found.values());
  }

  private static void collect(
      IPv4AddressAssociativeTrie.@Nullable IPv4AssociativeTrieNode<List<Place>> nodes,
      Home home,
      Map<String, Owner> found) {
    if (nodes == null) {
      return;
    }
    var each = nodes.nodeIterator(true);
    while (each.hasNext()) {
      List<Place> places = each.next().getValue();
      for (Place place : places == null ? List.<Place>of() : places) {
        Owner owner = relate(place, home);
        if (!(owner instanceof Owner.ThisStack)) {
          found.put(owner.description(), owner);
        }
      }
    }
  }

  private static IPv4Address address(Cidr block) {
    return new IPAddressString(block.toString()).getAddress().toIPv4();
  }

  private static Owner relate(Place place, Home home) {
    if (place.stack().equals(home.stack())) {
      return new Owner.ThisStack();
    }
    boolean sameZone = place.zone().equals(home.zoneName());
    if (place instanceof Place.OfCell cell) {
      CellName name = cell.cell();
      return new Owner.OtherCell(name, cell.home(), sameZone, !cell.state().hasStack());
    }
    StackName stack = place.stack();
    return place
        .zone()
        .filter(zone -> !sameZone)
        .<Owner>map(Owner.OtherZone::new)
        .orElse(new Owner.Edge(stack));
  }
}
