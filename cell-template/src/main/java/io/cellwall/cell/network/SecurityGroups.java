package io.cellwall.cell.network;

import com.pulumi.aws.ec2.SecurityGroup;
import com.pulumi.aws.ec2.SecurityGroupArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.EnumMap;
import java.util.Map;

/**
 * The security groups of the cell's parts.
 *
 * <p>Rules are resources of their own, because groups name each other in both directions.
 */
public final class SecurityGroups extends ComponentResource {

  private final Map<Part, Output<String>> groups = new EnumMap<>(Part.class);
  private final Map<String, VpcEndpoint> gatewayEndpoints;

  SecurityGroups(
      String name,
      SecurityGroupsPlan plan,
      Vpc vpc,
      Map<String, VpcEndpoint> gatewayEndpoints,
      ComponentResourceOptions options) {
    super("cellwall:cell:SecurityGroups", name, options);
    this.gatewayEndpoints = gatewayEndpoints;
    plan.groups().forEach(group -> groups.put(group.part(), group(group, vpc).id()));
    new SecurityGroupRules(this, groups, gatewayEndpoints).make(plan);
    registerOutputs(Map.of());
  }

  /**
   * Lets a group that AWS makes do what a part's group may.
   *
   * @param rules the rules of the part, under names of their own
   * @param part the part
   * @param group id of the group
   */
  public void standIn(SecurityGroupsPlan rules, Part part, Output<String> group) {
    Map<Part, Output<String>> others = new EnumMap<>(groups);
    others.put(part, group);
    new SecurityGroupRules(this, others, gatewayEndpoints).make(rules);
  }

  /** The id of a part's group. */
  public Output<String> id(Part part) {
    Output<String> group = groups.get(part);
    if (group == null) {
      throw new IllegalArgumentException("the plan has no security group for " + part);
    }
    return group;
  }

  private SecurityGroup group(SecurityGroupsPlan.Group plan, Vpc vpc) {
    return new SecurityGroup(
        plan.name(),
        SecurityGroupArgs.builder()
            .name(plan.name())
            .description(plan.description())
            .vpcId(vpc.id())
            .revokeRulesOnDelete(true)
            .tags(Map.of("Name", plan.name()))
            .build(),
        child());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
