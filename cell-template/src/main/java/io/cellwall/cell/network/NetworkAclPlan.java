package io.cellwall.cell.network;

import io.cellwall.regions.model.Cidr;
import io.cellwall.wiring.Place;
import java.util.ArrayList;
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

  private static final Ports EPHEMERAL = Ports.tcp(1_024, 65_535);

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

  /**
   * The ACL of a tier.
   *
   * @param cell the cell's addresses
   * @param nodes the addresses of the nodes' subnets
   */
  static NetworkAclPlan of(Place place, Tier tier, Cidr cell, List<Cidr> nodes) {
    String name = place.named(tier.part());
    Rule inside = new Rule(100, "-1", 0, 0, cell);
    return switch (tier) {
      case LOAD_BALANCERS -> new NetworkAclPlan(name, tier, List.of(inside), List.of(inside));
      case DATA -> new NetworkAclPlan(name, tier, calls(nodes), answers(nodes));
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

  // Databases and caches copy among themselves on AWS's network, not in these subnets. AWS allows
  // 20 rules in each direction: six zones make twelve here.
  private static List<Rule> calls(List<Cidr> nodes) {
    List<Rule> rules = new ArrayList<>();
    for (Ports ports : DataPorts.all()) {
      for (Cidr block : nodes) {
        rules.add(rule(rules.size(), ports, block));
      }
    }
    return rules;
  }

  private static List<Rule> answers(List<Cidr> nodes) {
    List<Rule> rules = new ArrayList<>();
    for (Cidr block : nodes) {
      rules.add(rule(rules.size(), EPHEMERAL, block));
    }
    return rules;
  }

  private static Rule rule(int before, Ports ports, Cidr cidr) {
    Ports.Range range = ports.range().orElseThrow();
    return new Rule(100 + 10 * before, ports.protocol(), range.first(), range.last(), cidr);
  }
}
