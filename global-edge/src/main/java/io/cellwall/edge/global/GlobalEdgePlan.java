package io.cellwall.edge.global;

import io.cellwall.edge.DescriptorPlan;
import io.cellwall.edge.dns.SignedZonePlan;
import io.cellwall.regions.model.Fleet;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the one stack above the zones is made from: names of zones and hosts, regions,
 * name servers. It knows no cell, no account but its own, and no tenant.
 *
 * @param name the stack's name
 * @param region the region of its provider
 * @param hostedZone the parent domain
 * @param delegations to the admitted zones, and to the domains of their cells
 * @param directory which zones there are, and where each is called
 * @param descriptor what it knows of itself
 */
public record GlobalEdgePlan(
    String name,
    Region region,
    SignedZonePlan hostedZone,
    List<Delegation> delegations,
    List<Entry> directory,
    DescriptorPlan descriptor) {

  public GlobalEdgePlan {
    delegations = List.copyOf(delegations);
    directory = List.copyOf(directory);
  }

  /**
   * A delegation.
   *
   * @param name the resource's name
   * @param host the domain that is delegated
   * @param nameServers who answers for it
   * @param signers its DS records; empty where its answers are not signed
   */
  public record Delegation(
      String name, HostName host, List<HostName> nameServers, List<String> signers) {
    public Delegation {
      nameServers = List.copyOf(nameServers);
      signers = List.copyOf(signers);
    }
  }

  /**
   * A TXT record of the directory. DNS, and no table or bucket: it is public, signed and cached, it
   * can be asked without credentials, and nobody can put a tenant into it by accident.
   *
   * @param name the resource's name
   * @param record the record's name
   * @param values its texts, each of at most 255 characters
   */
  public record Entry(String name, String record, List<String> values) {
    public Entry {
      values = List.copyOf(values);
    }
  }

  /** Plans the stack above the zones. */
  public static GlobalEdgePlan of(Inventory inventory) {
    Fleet fleet = inventory.fleet();
    String name = "global-edge";
    List<Delegation> delegations = new ArrayList<>();
    List<Entry> directory = new ArrayList<>();
    String root = "_zones." + fleet.domain();
    directory.add(
        new Entry(
            name + "-zones",
            root,
            inventory.zones().keySet().stream().map(zone -> "zone=" + zone).toList()));
    for (Zone zone : inventory.zones().values()) {
      delegate(inventory, name, zone, delegations);
      directory.add(
          new Entry(name + "-zone-" + zone.name(), zone.name() + "." + root, description(zone)));
    }
    return new GlobalEdgePlan(
        name,
        fleet.globalEdge().region(),
        SignedZonePlan.of(
            name, fleet.globalEdge().account(), fleet.domain(), "Parent of all host names"),
        delegations,
        directory,
        new DescriptorPlan(
            name, Optional.empty(), fleet.globalEdge().region(), fleet.globalEdge().account()));
  }

  private static void delegate(
      Inventory inventory, String name, Zone zone, List<Delegation> delegations) {
    String start = name + "-" + zone.name();
    zone.facts()
        .ifPresent(
            facts ->
                delegations.add(
                    new Delegation(
                        start + "-api", zone.host(), facts.nameServers(), signers(facts))));
    zone.cellDirectoryRegion()
        .flatMap(region -> Optional.ofNullable(zone.edges().get(region)))
        .flatMap(Zone.RegionEdge::facts)
        .filter(facts -> !facts.cellNameServers().isEmpty())
        .ifPresent(
            facts ->
                delegations.add(
                    new Delegation(
                        start + "-cells",
                        inventory.cellDomainOf(zone.name()),
                        facts.cellNameServers(),
                        List.of())));
  }

  private static List<String> signers(ZoneFacts facts) {
    return facts.delegationSigner().stream().toList();
  }

  private static List<String> description(Zone zone) {
    List<String> values = new ArrayList<>(List.of("host=" + zone.host()));
    zone.regions().forEach(region -> values.add("region=" + region));
    return values;
  }
}
