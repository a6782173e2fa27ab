package io.cellwall.cell.ingress;

import io.cellwall.wiring.Place;

/**
 * What opens the cell to requests, once it is admitted: the issued certificate, the listener, the
 * application load balancer as target of the entrance. There is no listener but for TLS, so plain
 * HTTP is refused.
 *
 * @param name name of its resources
 * @param sslPolicy what TLS it speaks: 1.3, and 1.2 with forward secrecy and authenticated
 *     encryption, as the network load balancer's health checks do not speak 1.3
 * @param validationMinutes how long to wait for the certificate. It waits for the edge's
 *     delegation, so a cell whose edge is not up yet fails here and not later
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html">TLS
 *     policies</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html">Health
 *     checks of network load balancers</a>
 */
public record DoorPlan(String name, String sslPolicy, int validationMinutes) {

  static DoorPlan of(Place place) {
    return new DoorPlan(place.named("door"), "ELBSecurityPolicy-TLS13-1-2-Res-2021-06", 20);
  }
}
