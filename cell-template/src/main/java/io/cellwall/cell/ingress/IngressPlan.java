package io.cellwall.cell.ingress;

import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Zone;
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
   * The ingress of a cell.
   *
   * <p>A certificate is issued when the cell's zone is delegated to, and that needs the zone's name
   * servers, a fact of which AWS makes up. So a new cell is built without a door; admission records
   * the facts, the zone's edge delegates, and the next update opens the door.
   *
   * @param zone the cell's zone
   * @param host its name in the fleet's domain
   * @param admitted whether its facts were recorded
   */
  public static IngressPlan of(
      Place place, Zone zone, HostName host, String organization, boolean admitted) {
    return new IngressPlan(
        EntrancePlan.of(place, zone),
        LoadBalancerPlan.of(place),
        CertificatePlan.of(place, host),
        CellFirewall.plan(place),
        AccessLogsPlan.of(place, organization),
        admitted ? Optional.of(DoorPlan.of(place)) : Optional.empty());
  }
}
