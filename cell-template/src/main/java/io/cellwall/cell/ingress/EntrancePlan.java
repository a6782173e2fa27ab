package io.cellwall.cell.ingress;

import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the zone's edges connect: an endpoint service with an internal network load balancer behind
 * it. The cell accepts each connection; nothing else can open one.
 *
 * <p>The load balancer crosses availability zones: its one target is the application load balancer,
 * and a zone in which that is down would otherwise lose the connections of that zone's endpoint.
 *
 * @param name name of the endpoint service, the load balancer and its target group
 * @param port where it listens, and where it passes connections on to
 * @param healthPath a path that the application load balancer answers by itself
 * @param allowedPrincipals the accounts of the zone's edges. The list is the whole list: whoever is
 *     added by hand goes with the next update, which principals as resources of their own would not
 *     do
 * @param supportedRegions the cell's region and those of the zone's edges
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/configure-endpoint-service.html">Endpoint
 *     services</a>
 */
public record EntrancePlan(
    String name,
    int port,
    String healthPath,
    List<Arn> allowedPrincipals,
    List<Region> supportedRegions) {

  /** The path that tells that the application load balancer lives; no tenant's. */
  static final String HEALTH_PATH = "/.well-known/cellwall/entrance";

  public EntrancePlan {
    allowedPrincipals = List.copyOf(allowedPrincipals);
    supportedRegions = List.copyOf(supportedRegions);
  }

  static EntrancePlan of(Place place, Zone zone) {
    return new EntrancePlan(
        place.named("entrance"),
        443,
        HEALTH_PATH,
        zone.edges().values().stream()
            .map(edge -> new Place(place.name(), place.region(), edge.account()).accountRoot())
            .distinct()
            .toList(),
        Stream.concat(Stream.of(place.region()), zone.edges().keySet().stream())
            .distinct()
            .sorted()
            .toList());
  }
}
