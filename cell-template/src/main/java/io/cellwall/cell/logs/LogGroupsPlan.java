package io.cellwall.cell.logs;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.firewall.FirewallPlan;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.Arrays;
import java.util.List;

/**
 * The cell's log groups, and who of AWS may deliver to them.
 *
 * @param groups one for each {@link LogSource}, in its order
 * @param delivery name of the policy
 * @param policy lets AWS's log delivery write to these groups for this account. Without it AWS
 *     writes such a policy itself, for whatever group somebody names
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/AWS-logs-infrastructure-V2-CloudWatchLogs.html">Logs
 *     sent to CloudWatch Logs</a>
 */
public record LogGroupsPlan(List<LogGroupPlan> groups, String delivery, PolicyDocument policy) {

  public LogGroupsPlan {
    groups = List.copyOf(groups);
  }

  /** The log groups of the cell at this place. */
  public static LogGroupsPlan of(Place place) {
    return new LogGroupsPlan(
        Arrays.stream(LogSource.values()).map(source -> source.plan(place)).toList(),
        place.named("log-delivery"),
        PolicyDocument.of(
            Statement.allow("DeliverToThisCell")
                // The same name in every partition.
                .by(Principal.service("delivery.logs.amazonaws.com"))
                .actions("logs:CreateLogStream", "logs:PutLogEvents")
                .on(
                    streams(place, "/cellwall/" + place.name() + "/*"),
                    streams(place, FirewallPlan.logGroupOf(place)))
                .when("StringEquals", "aws:SourceAccount", place.account().value())
                .when("ArnLike", "aws:SourceArn", place.arn("logs", "*").toString())));
  }

  private static Arn streams(Place place, String group) {
    return place.arn("logs", "log-group:" + group + ":log-stream:*");
  }

  /** The group of a source. */
  public LogGroupPlan of(LogSource source) {
    return groups.stream()
        .filter(group -> group.source() == source)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("the plan has no log group for " + source));
  }
}
