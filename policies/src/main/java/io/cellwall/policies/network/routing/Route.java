package io.cellwall.policies.network.routing;

import io.cellwall.policies.network.model.Reference;

/**
 * Where a route of a VPC leads.
 *
 * @param kind what it leads to
 * @param target the resource it names
 * @param urn the resource that has the route
 * @param property where in the resource
 */
public record Route(Kind kind, Reference target, String urn, String property) {

  /** What a route can lead to. */
  public enum Kind {
    LOCAL,
    PEERING,
    TRANSIT_GATEWAY,
    CORE_NETWORK,
    VPN_GATEWAY,
    NAT_GATEWAY,
    INTERFACE,
    /** A Gateway Load Balancer endpoint. */
    ENDPOINT,
    /** Internet gateways, and what else leaves AWS's private networks. */
    INTERNET,
    UNKNOWN
  }
}
