package io.cellwall.cell.network;

import io.cellwall.regions.model.Cidr;
import java.util.List;

/**
 * The network ACL of a tier. ACLs keep no state, so answers need rules of their own.
 *
 * @param name the ACL's name
 * @param tier the tier whose subnets it guards
 * @param ingress what may come in, in order
 * @param egress what may go out, in order
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html">Network
 *     ACLs</a>
 */
public record NetworkAclPlan(String name, Tier tier, List<Rule> ingress, List<Rule> egress) {

  private static final Cidr INTERNET = Cidr.parse("0.0.0.0/0");

  public NetworkAclPlan {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /**
   * Something allowed; all else is denied.
   *
   * @param number its place in the order
   * @param protocol {@code tcp}, or {@code -1} for all
   * @param from first port; 0 for all protocols
   * @param to last port; 0 for all protocols
   * @param cidr the other side
   */
  public record Rule(int number, String protocol, int from, int to, Cidr cidr) {}

  /** The ACL of a tier of a cell with these addresses. */
  static NetworkAclPlan of(String name, Tier tier, Cidr cell) {
    Rule inside = new Rule(100, "-1", 0, 0, cell);
    return switch (tier) {
      case DATA, LOAD_BALANCERS -> new NetworkAclPlan(name, tier, List.of(inside), List.of(inside));
      // Out by TLS only, also without NAT: the gateway endpoints have public addresses.
      // Answers come back to any ephemeral port, and NAT gateways use 1024 to 65535.
      case NODES, EGRESS ->
          new NetworkAclPlan(
              name,
              tier,
              List.of(inside, new Rule(200, "tcp", 1024, 65535, INTERNET)),
              List.of(inside, new Rule(200, "tcp", 443, 443, INTERNET)));
    };
  }
}
