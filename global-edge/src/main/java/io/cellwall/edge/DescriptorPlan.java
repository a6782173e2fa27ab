package io.cellwall.edge;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.wiring.Place;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an edge knows of itself before it is built.
 *
 * @param stack the stack's name
 * @param zone its zone; the stack above the zones has none
 * @param region its region
 * @param account its account
 */
public record DescriptorPlan(
    String stack, Optional<ZoneName> zone, Region region, AccountId account) {

  private static final int SCHEMA_VERSION = 1;

  /** What the edge of a zone, or of one of its regions, knows. */
  public static DescriptorPlan of(Place place, ZoneName zone) {
    return new DescriptorPlan(place.name(), Optional.of(zone), place.region(), place.account());
  }

  /** The parameter that holds the descriptor. */
  public String parameter() {
    return "/cellwall/" + stack + "/facts";
  }

  /** The descriptor, with the facts by the keys of the inventory. */
  Map<String, Object> with(Map<String, Object> facts) {
    Map<String, Object> document = new TreeMap<>();
    document.put("schemaVersion", SCHEMA_VERSION);
    document.put("stack", stack);
    zone.ifPresent(name -> document.put("zone", name.value()));
    document.put("region", region.code());
    document.put("account", account.value());
    document.put("facts", facts);
    return document;
  }
}
