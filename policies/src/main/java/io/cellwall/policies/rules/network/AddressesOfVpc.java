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

/** A VPC's addresses are not the block that the inventory gives to the stack. */
public final class AddressesOfVpc implements Rule {

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
    if (!node.type().equals("aws:ec2/vpc:Vpc") || node.kind() != Node.Kind.RESOURCE) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    Optional<String> planned = context.home().addresses().map(Cidr::toString);
    Value value = node.inputs().values().getOrDefault("cidrBlock", new Value.Null());
    if (planned.isEmpty()) {
      return List.of(
          crossing.violation(
              "cidrBlock",
              "the inventory gives " + context.home().stack() + " no addresses for a VPC"));
    }
    if (!(value.bare() instanceof Value.Text)) {
      return List.of(
          crossing.undecided("cidrBlock", "cidrBlock is not known; it must be " + planned.get()));
    }
    return node.inputs().text("cidrBlock").equals(planned)
        ? List.of()
        : List.of(
            crossing.violation(
                "cidrBlock",
                "cidrBlock is "
                    + (value instanceof Value.Text text ? text.value() : "(secret)")
                    + "; it must be "
                    + planned.get()
                    + ", the addresses of "
                    + context.home().stack()));
  }
}
