package io.cellwall.edge.region;

/**
 * How much of AWS's limits a region's edge uses, for {@code cellwall quotas}.
 *
 * @param interfaceEndpoints interface endpoints in the VPC; 50 unless raised (L-29B6F2EB)
 * @param privateRecords records in the routers' private hosted zone; 10,000 unless raised
 * @param publicRecords records in the cells' public hosted zone, 0 where it is elsewhere
 * @param healthChecks Route 53 health checks: none, the routers check
 * @see <a
 *     href="https://docs.aws.amazon.com/vpc/latest/privatelink/vpc-limits-endpoints.html">Limits of
 *     PrivateLink</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/DNSLimitations.html">Limits
 *     of Route 53</a>
 */
public record EdgeCounts(
    int interfaceEndpoints, int privateRecords, int publicRecords, int healthChecks) {

  // The hosted zone's own SOA and NS records.
  private static final int OWN_RECORDS = 2;

  static EdgeCounts of(EdgeNetworkPlan network, CellDoorsPlan doors) {
    long ofAws = network.endpoints().stream().filter(each -> !each.gateway()).count();
    return new EdgeCounts(
        Math.toIntExact(ofAws) + doors.doors().size(),
        doors.doors().size() + OWN_RECORDS,
        doors.directory().map(each -> each.delegations().size() + OWN_RECORDS).orElse(0),
        0);
  }
}
