package io.cellwall.cell.ingress;

import io.cellwall.wiring.Place;

/**
 * The internal application load balancer and the target group of the ingress controller, whose pods
 * a {@code TargetGroupBinding} in the cluster adds and removes.
 *
 * @param name the load balancer's name
 * @param targetGroup the target group's name
 * @param targetPort where the pods take requests, by TLS
 * @param readinessPort where the pods tell that they are ready
 * @param readinessPath the path of that
 * @param deregistrationSeconds how long a pod that leaves may finish its requests
 */
public record LoadBalancerPlan(
    String name,
    String targetGroup,
    int targetPort,
    int readinessPort,
    String readinessPath,
    int deregistrationSeconds) {

  // Ports and path are those of the bundle's gateway.
  static LoadBalancerPlan of(Place place) {
    return new LoadBalancerPlan(
        place.named("ingress"), place.named("gateway"), 8_443, 19_003, "/ready", 30);
  }
}
