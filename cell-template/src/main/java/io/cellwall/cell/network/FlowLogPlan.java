package io.cellwall.cell.network;

import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;

/**
 * The record of the network's traffic, in the cell's own log group.
 *
 * @param name the flow log's name
 * @param logGroup the log group's name
 * @param logGroupArn the log group's ARN, known before it exists
 * @param retentionDays how long records are kept
 * @param role name of the role that writes
 * @param roleArn ARN of that role, known before it exists
 * @param boundary ARN of the permissions boundary that the role carries
 * @param trust who may take the role
 * @param permissions what the role may do
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html">Role for
 *     flow logs</a>
 */
public record FlowLogPlan(
    String name,
    String logGroup,
    Arn logGroupArn,
    int retentionDays,
    String role,
    Arn roleArn,
    Arn boundary,
    PolicyDocument trust,
    PolicyDocument permissions) {

  private static final int A_YEAR = 365;

  static FlowLogPlan of(Place place, Arn boundary) {
    String name = place.named("flow-logs");
    String logGroup = "/cellwall/" + place.name() + "/flow-logs";
    return new FlowLogPlan(
        name,
        logGroup,
        place.arn("logs", "log-group:" + logGroup),
        A_YEAR,
        name,
        place.iamArn("role/" + name),
        boundary,
        trust(place),
        permissions(place, logGroup));
  }

  private static PolicyDocument trust(Place place) {
    return PolicyDocument.of(
        Statement.allow("WriteForFlowLogsOfThisCell")
            // The same name in every partition.
            .by(Principal.service("vpc-flow-logs.amazonaws.com"))
            .actions("sts:AssumeRole")
            .when("StringEquals", "aws:SourceAccount", place.account().value())
            .when("ArnLike", "aws:SourceArn", place.arn("ec2", "vpc-flow-log/*").toString()));
  }

  private static PolicyDocument permissions(Place place, String logGroup) {
    return PolicyDocument.of(
        Statement.allow("WriteFlowLogs")
            .actions("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
            .on(
                place.arn("logs", "log-group:" + logGroup),
                place.arn("logs", "log-group:" + logGroup + ":*")),
        // A listing: AWS checks it against all log groups of the account and region.
        Statement.allow("FindLogGroup")
            .actions("logs:DescribeLogGroups")
            .on(place.arn("logs", "log-group:*")));
  }
}
