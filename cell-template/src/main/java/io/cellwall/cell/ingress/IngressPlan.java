package io.cellwall.cell.ingress;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.firewall.FirewallPlan;
import java.util.Optional;

/**
 * The one way into the cell: the edges' endpoints connect to {@code entrance}, which passes the
 * connections on to {@code loadBalancer}, where TLS ends and the firewall looks in, and from there
 * to the ingress controller's pods.
 *
 * @param entrance the endpoint service and the network load balancer behind it
 * @param loadBalancer the application load balancer
 * @param certificate the certificate of the cell's host
 * @param firewall what looks into requests
 * @param accessLogs the record of requests and connections
 * @param door what lets requests in; empty until the cell is admitted
 */
public record IngressPlan(
    EntrancePlan entrance,
    LoadBalancerPlan loadBalancer,
    CertificatePlan certificate,
    FirewallPlan firewall,
    AccessLogsPlan accessLogs,
    Optional<DoorPlan> door) {

  /**
   * The ingress of a cell of this inventory.
   *
   * <p>A certificate is issued when the cell's zone is delegated to, and that needs the zone's name
   * servers, a fact of which AWS makes up. So a new cell is built without a door; admission records
   * the facts, the zone's edge delegates, and the next update opens the door.
   */
  public static IngressPlan of(Place place, Inventory inventory, Cell cell) {
    return new IngressPlan(
        EntrancePlan.of(place, inventory.zoneOf(cell)),
        LoadBalancerPlan.of(place),
        CertificatePlan.of(place, inventory.hostOf(cell)),
        CellFirewall.plan(place),
        AccessLogsPlan.of(place, inventory.fleet().organization()),
        cell.facts().map(facts -> DoorPlan.of(place)));
  }
}
