package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Node;
import java.util.Set;

/** The types in which packets are let through or not, and the direction of each. */
public final class SecurityGroups {

  private static final Set<String> GROUPS =
      Set.of(
          "aws:ec2/securityGroup:SecurityGroup",
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
  private static final String RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
  private static final String INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
  private static final String EGRESS = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

  private SecurityGroups() {}

  /** Tells whether the node is a security group or a rule of one. */
  public static boolean isOne(Node node) {
    String type = node.type();
    return GROUPS.contains(type)
        || type.equals(RULE)
        || type.equals(INGRESS)
        || type.equals(EGRESS);
  }

  /** Tells whether the property says where packets may go, rather than come from. */
  public static boolean isEgress(Node node, String property) {
    return switch (node.type()) {
      case EGRESS -> true;
      case RULE -> node.inputs().text("type").filter("egress"::equals).isPresent();
      default -> GROUPS.contains(node.type()) && property.startsWith("egress");
    };
  }
}
