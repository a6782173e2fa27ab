package io.cellwall.cell.ingress;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementForwardedIpConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.wiring.Tied;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The cell's web ACL, on its load balancer. */
final class Firewall extends ComponentResource {

  private final WebAclAssociation association;

  Firewall(FirewallPlan plan, Output<String> loadBalancerArn, ComponentResourceOptions options) {
    super("cellwall:cell:Firewall", plan.name(), options);
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
                .rules(rules(plan))
                .visibilityConfig(
                    WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(plan.name())
                        .sampledRequestsEnabled(false)
                        .build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    association =
        new WebAclAssociation(
            plan.name(),
            WebAclAssociationArgs.builder()
                .resourceArn(loadBalancerArn)
                .webAclArn(Tied.to(acl, acl.arn()))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  /** What must be there before requests come in. */
  WebAclAssociation association() {
    return association;
  }

  private static List<WebAclRuleArgs> rules(FirewallPlan plan) {
    List<WebAclRuleArgs> rules = new ArrayList<>();
    rules.add(
        rule("requests-of-a-client", rules.size())
            .action(
                WebAclRuleActionArgs.builder()
                    .block(WebAclRuleActionBlockArgs.builder().build())
                    .build())
            .statement(
                WebAclRuleStatementArgs.builder().rateBasedStatement(rateOfAClient(plan)).build())
            .build());
    for (FirewallPlan.ManagedRules managed : plan.managedRules()) {
      rules.add(
          rule(managed.name(), rules.size())
              .overrideAction(
                  WebAclRuleOverrideActionArgs.builder()
                      .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                      .build())
              .statement(
                  WebAclRuleStatementArgs.builder()
                      .managedRuleGroupStatement(ofAws(managed))
                      .build())
              .build());
    }
    return rules;
  }

  private static WebAclRuleArgs.Builder rule(String name, int priority) {
    return WebAclRuleArgs.builder()
        .name(name)
        .priority(priority)
        .visibilityConfig(
            WebAclRuleVisibilityConfigArgs.builder()
                .cloudwatchMetricsEnabled(true)
                .metricName(name)
                // Samples show what tenants sent to whoever may see the console.
                .sampledRequestsEnabled(false)
                .build());
  }

  // A header that holds no address is not the router's: it counts as one client.
  private static WebAclRuleStatementRateBasedStatementArgs rateOfAClient(FirewallPlan plan) {
    return WebAclRuleStatementRateBasedStatementArgs.builder()
        .aggregateKeyType("FORWARDED_IP")
        .forwardedIpConfig(
            WebAclRuleStatementRateBasedStatementForwardedIpConfigArgs.builder()
                .headerName(plan.clientHeader())
                .fallbackBehavior("MATCH")
                .build())
        .limit(plan.requestsPerWindow())
        .evaluationWindowSec(plan.windowSeconds())
        .build();
  }

  private static WebAclRuleStatementManagedRuleGroupStatementArgs ofAws(
      FirewallPlan.ManagedRules managed) {
    return WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
        .vendorName("AWS")
        .name(managed.name())
        .ruleActionOverrides(managed.onlyCounted().stream().map(Firewall::counted).toList())
        .build();
  }

  private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs counted(
      String rule) {
    return WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs.builder()
        .name(rule)
        .actionToUse(
            WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs.builder()
                .count(
                    WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs
                        .builder()
                        .build())
                .build())
        .build();
  }
}
