package io.cellwall.cell.logs;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.cloudwatch.LogResourcePolicy;
import com.pulumi.aws.cloudwatch.LogResourcePolicyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** The cell's log groups. Each is protected: logs are evidence. */
public final class LogGroups extends ComponentResource {

  private final Map<LogSource, LogGroup> groups = new EnumMap<>(LogSource.class);
  private final LogResourcePolicy delivery;

  /**
   * Makes the log groups.
   *
   * @param name the component's name
   * @param logsKeyArn the key that encrypts them
   */
  public LogGroups(
      String name,
      LogGroupsPlan plan,
      Output<String> logsKeyArn,
      ComponentResourceOptions options) {
    super("cellwall:cell:LogGroups", name, options);
    plan.groups().forEach(group -> groups.put(group.source(), group(group, logsKeyArn)));
    delivery =
        new LogResourcePolicy(
            plan.delivery(),
            LogResourcePolicyArgs.builder()
                .policyName(plan.delivery())
                .policyDocument(plan.policy().json())
                .build(),
            CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  /**
   * What must be there before these sources write: what names a group by the plan depends on it.
   */
  public Resource[] ready(LogSource... sources) {
    return Stream.concat(Stream.of(delivery), Stream.of(sources).map(groups::get))
        .toArray(Resource[]::new);
  }

  private LogGroup group(LogGroupPlan plan, Output<String> logsKeyArn) {
    return new LogGroup(
        plan.name(),
        LogGroupArgs.builder()
            .name(plan.group())
            .kmsKeyId(logsKeyArn)
            .retentionInDays(plan.retentionDays())
            .tags(Map.of("Name", plan.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).protect(true).build());
  }
}
