package io.cellwall.edge.region;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.lb.LoadBalancer;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldQueryStringArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
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
import java.util.stream.Stream;

/** The firewall before the load balancer, and its log, without what signs a client in. */
final class Firewall extends ComponentResource {

  Firewall(
      EntryPlan plan,
      LoadBalancer balancer,
      Output<String> logsKeyArn,
      ComponentResourceOptions options) {
    super("cellwall:edge:Firewall", plan.firewall(), options);
    WebAcl acl =
        new WebAcl(
            plan.firewall(),
            WebAclArgs.builder()
                .name(plan.firewall())
                .scope("REGIONAL")
                .defaultAction(
                    WebAclDefaultActionArgs.builder()
                        .allow(WebAclDefaultActionAllowArgs.builder().build())
                        .build())
                .rules(rules(plan))
                .visibilityConfig(
                    WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(plan.firewall())
                        .sampledRequestsEnabled(false)
                        .build())
                .tags(Map.of("Name", plan.firewall()))
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    new WebAclAssociation(
        plan.firewall(),
        WebAclAssociationArgs.builder()
            .resourceArn(balancer.id())
            .webAclArn(Tied.to(acl, acl.arn()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
    LogGroup logs = EdgeLogs.group(plan.firewall(), plan.firewallLogs(), logsKeyArn, this);
    new WebAclLoggingConfiguration(
        plan.firewall(),
        WebAclLoggingConfigurationArgs.builder()
            .resourceArn(Tied.to(acl, acl.arn()))
            .logDestinationConfigs(Tied.to(logs, logs.arn()).applyValue(List::of))
            .redactedFields(redacted())
            .build(),
        CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  private static List<WebAclRuleArgs> rules(EntryPlan plan) {
    List<WebAclRuleArgs> rules = new ArrayList<>();
    rules.add(
        WebAclRuleArgs.builder()
            .name("RequestsPerAddress")
            .priority(0)
            .action(
                WebAclRuleActionArgs.builder()
                    .block(WebAclRuleActionBlockArgs.builder().build())
                    .build())
            .statement(
                WebAclRuleStatementArgs.builder()
                    .rateBasedStatement(
                        WebAclRuleStatementRateBasedStatementArgs.builder()
                            .aggregateKeyType("IP")
                            .evaluationWindowSec(300)
                            .limit(plan.requestsPerAddress())
                            .build())
                    .build())
            .visibilityConfig(counted("RequestsPerAddress"))
            .build());
    for (String group : plan.managedRules()) {
      rules.add(
          WebAclRuleArgs.builder()
              .name(group)
              .priority(rules.size())
              .overrideAction(
                  WebAclRuleOverrideActionArgs.builder()
                      .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                      .build())
              .statement(
                  WebAclRuleStatementArgs.builder()
                      .managedRuleGroupStatement(
                          WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                              .vendorName("AWS")
                              .name(group)
                              .build())
                      .build())
              .visibilityConfig(counted(group))
              .build());
    }
    return rules;
  }

  private static WebAclRuleVisibilityConfigArgs counted(String metric) {
    return WebAclRuleVisibilityConfigArgs.builder()
        .cloudwatchMetricsEnabled(true)
        .metricName(metric)
        .sampledRequestsEnabled(false)
        .build();
  }

  private static List<WebAclLoggingConfigurationRedactedFieldArgs> redacted() {
    return Stream.concat(
            Stream.of("authorization", "cookie")
                .map(
                    header ->
                        WebAclLoggingConfigurationRedactedFieldArgs.builder()
                            .singleHeader(
                                WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder()
                                    .name(header)
                                    .build())
                            .build()),
            Stream.of(
                WebAclLoggingConfigurationRedactedFieldArgs.builder()
                    .queryString(
                        WebAclLoggingConfigurationRedactedFieldQueryStringArgs.builder().build())
                    .build()))
        .toList();
  }
}
