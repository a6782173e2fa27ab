package io.cellwall.wiring.firewall;

import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationLoggingFilterFilterConditionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldQueryStringArgs;
import com.pulumi.aws.wafv2.inputs.WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a firewall logs: what it blocked or would have, and never what signs a client in. A log of
 * every request would hold the headers of all users; that requests were made is the load balancer's
 * to record.
 */
final class FirewallLog {

  private FirewallLog() {}

  static WebAclLoggingConfigurationLoggingFilterArgs blockedOrCounted() {
    return WebAclLoggingConfigurationLoggingFilterArgs.builder()
        .defaultBehavior("DROP")
        .filters(
            WebAclLoggingConfigurationLoggingFilterFilterArgs.builder()
                .behavior("KEEP")
                .requirement("MEETS_ANY")
                .conditions(
                    Stream.of("BLOCK", "COUNT", "EXCLUDED_AS_COUNT")
                        .map(FirewallLog::action)
                        .toList())
                .build())
        .build();
  }

  private static WebAclLoggingConfigurationLoggingFilterFilterConditionArgs action(String action) {
    return WebAclLoggingConfigurationLoggingFilterFilterConditionArgs.builder()
        .actionCondition(
            WebAclLoggingConfigurationLoggingFilterFilterConditionActionConditionArgs.builder()
                .action(action)
                .build())
        .build();
  }

  static List<WebAclLoggingConfigurationRedactedFieldArgs> redacted() {
    return Stream.concat(
            Stream.of("authorization", "cookie").map(FirewallLog::header),
            Stream.of(
                WebAclLoggingConfigurationRedactedFieldArgs.builder()
                    .queryString(
                        WebAclLoggingConfigurationRedactedFieldQueryStringArgs.builder().build())
                    .build()))
        .toList();
  }

  private static WebAclLoggingConfigurationRedactedFieldArgs header(String name) {
    return WebAclLoggingConfigurationRedactedFieldArgs.builder()
        .singleHeader(
            WebAclLoggingConfigurationRedactedFieldSingleHeaderArgs.builder().name(name).build())
        .build();
  }
}
