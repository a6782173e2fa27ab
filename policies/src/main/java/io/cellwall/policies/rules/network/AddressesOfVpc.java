package io.cellwall.policies.rules.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Cidr;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A VPC has, or gains, addresses that are not those that the inventory gives to the stack. */
public final class AddressesOfVpc implements Rule {

  private static final String VPC = "aws:ec2/vpc:Vpc";
  private static final String MORE =
      "aws:ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation";
  private static final String PROPERTY = "cidrBlock";

  /** What AWS has made in each account with the same addresses, 172.31.0.0/16. */
  private static final Set<String> OF_EVERY_ACCOUNT =
      Set.of("aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/defaultSubnet:DefaultSubnet");

  @Override
  public String explanation() {
    return "The address plan is written in the inventory, so that no two cells ever overlap; a VPC"
        + " with other addresses is outside the plan.";
  }

  @Override
  public String fix() {
    return "take the VPC's block from the inventory";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_network_topology_non_overlap_ip.html"),
        URI.create("https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() == Node.Kind.RESOURCE && OF_EVERY_ACCOUNT.contains(node.type())) {
      return List.of(
          Crossing.of(this, node)
              .violation(
                  "type",
                  "it has the addresses that AWS gives to the default VPC of every account,"
                      + " 172.31.0.0/16; it must be a VPC with those that the inventory gives to "
                      + context.home().stack()));
    }
    boolean isVpc = node.type().equals(VPC);
    if (node.kind() != Node.Kind.RESOURCE || (!isVpc && !node.type().equals(MORE))) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    Optional<Cidr> planned = context.home().addresses();
    if (planned.isEmpty()) {
      return List.of(
          crossing.violation(
              PROPERTY,
              "the inventory gives " + context.home().stack() + " no addresses for a VPC"));
    }
    String must = isVpc ? "; it must be " + planned.get() : "; it must lie in " + planned.get();
    Value value = node.inputs().values().getOrDefault(PROPERTY, new Value.Null());
    if (!(value.bare() instanceof Value.Text text)) {
      return List.of(crossing.undecided(PROPERTY, "cidrBlock is not known" + must));
    }
    return fits(text.value(), planned.get(), isVpc)
        ? List.of()
        : List.of(
            crossing.violation(
                PROPERTY,
                "cidrBlock is "
                    + (value instanceof Value.Secret ? "(secret)" : text.value())
                    + must
                    + ", the addresses of "
                    + context.home().stack()));
  }

  private static boolean fits(String block, Cidr planned, boolean whole) {
    try {
      Cidr parsed = Cidr.parse(block);
      return whole ? parsed.equals(planned) : planned.contains(parsed);
    } catch (IllegalArgumentException e) {
      // What is no block of addresses does not lie in one.
      return false;
    }
  }
}
