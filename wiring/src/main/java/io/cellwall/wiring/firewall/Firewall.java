package io.cellwall.wiring.firewall;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;

/** A web ACL on a load balancer, and the log of what it blocked. */
public final class Firewall extends ComponentResource {

  private final List<Resource> complete;

  /**
   * Makes the firewall.
   *
   * @param loadBalancerArn the application load balancer that it stands before
   * @param logReady the log group that the plan names, and who may write to it
   */
  public Firewall(
      FirewallPlan plan,
      Output<String> loadBalancerArn,
      List<? extends Resource> logReady,
      ComponentResourceOptions options) {
    super("cellwall:wiring:Firewall", plan.name(), options);
    WebAcl acl =
        new WebAcl(
            plan.name(),
            WebAclArgs.builder()
                .name(plan.name())
                .scope("REGIONAL")
                .defaultAction(
                    WebAclDefaultActionArgs.builder()
                        .allow(WebAclDefaultActionAllowArgs.builder().build())
                        .build())
                .rules(FirewallRules.of(plan))
                .visibilityConfig(
                    WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(plan.name())
                        .sampledRequestsEnabled(false)
                        .build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    WebAclAssociation association =
        new WebAclAssociation(
            plan.name(),
            WebAclAssociationArgs.builder()
                .resourceArn(loadBalancerArn)
                .webAclArn(Tied.to(acl, acl.arn()))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    WebAclLoggingConfiguration log =
        new WebAclLoggingConfiguration(
            plan.name(),
            WebAclLoggingConfigurationArgs.builder()
                .resourceArn(Tied.to(acl, acl.arn()))
                .logDestinationConfigs(plan.logGroup().toString())
                .loggingFilter(FirewallLog.blockedOrCounted())
                .redactedFields(FirewallLog.redacted())
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .dependsOn(logReady.toArray(Resource[]::new))
                .build());
    complete = List.of(association, log);
    registerOutputs(Map.of());
  }

  /** What must be there before requests come in. */
  public List<Resource> complete() {
    return complete;
  }
}
