package io.cellwall.wiring.firewall;

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
import java.util.ArrayList;
import java.util.List;

/** The rules of a web ACL as Pulumi's arguments: first the rate, then AWS's groups. */
final class FirewallRules {

  private FirewallRules() {}

  static List<WebAclRuleArgs> of(FirewallPlan plan) {
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
    for (ManagedRules managed : plan.managedRules()) {
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

  // A header that holds no address is not the proxy's: it counts as one client.
  private static WebAclRuleStatementRateBasedStatementArgs rateOfAClient(FirewallPlan plan) {
    var rate =
        WebAclRuleStatementRateBasedStatementArgs.builder()
            .aggregateKeyType(plan.clientHeader().isPresent() ? "FORWARDED_IP" : "IP")
            .limit(plan.requestsPerWindow())
            .evaluationWindowSec(plan.windowSeconds());
    plan.clientHeader()
        .ifPresent(
            header ->
                rate.forwardedIpConfig(
                    WebAclRuleStatementRateBasedStatementForwardedIpConfigArgs.builder()
                        .headerName(header)
                        .fallbackBehavior("MATCH")
                        .build()));
    return rate.build();
  }

  private static WebAclRuleStatementManagedRuleGroupStatementArgs ofAws(ManagedRules managed) {
    return WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
        .vendorName("AWS")
        .name(managed.name())
        .ruleActionOverrides(managed.onlyCounted().stream().map(FirewallRules::counted).toList())
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
