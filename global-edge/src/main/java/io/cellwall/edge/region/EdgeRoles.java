package io.cellwall.edge.region;

import io.cellwall.edge.EdgeNames;
import io.cellwall.edge.RolePlan;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.List;

/** The roles of a region's edge: what each may do, and who may take it. */
final class EdgeRoles {

  private EdgeRoles() {}

  /** Whoever writes the flow logs. */
  static RolePlan flowLogs(Place place, String logGroup, Arn boundary) {
    PolicyDocument trust =
        PolicyDocument.of(
            Statement.allow("WriteForFlowLogsOfThisEdge")
                .by(Principal.service("vpc-flow-logs.amazonaws.com"))
                .actions("sts:AssumeRole")
                .when("StringEquals", "aws:SourceAccount", place.account().value())
                .when("ArnLike", "aws:SourceArn", place.arn("ec2", "vpc-flow-log/*").toString()));
    PolicyDocument permissions =
        PolicyDocument.of(
            Statement.allow("WriteFlowLogs")
                .actions("logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents")
                .on(
                    place.arn("logs", "log-group:" + logGroup),
                    place.arn("logs", "log-group:" + logGroup + ":*")),
            Statement.allow("FindLogGroup")
                .actions("logs:DescribeLogGroups")
                .on(place.arn("logs", "log-group:*")));
    return RolePlan.of(place, "flow-logs", boundary, trust, permissions);
  }

  /** Whoever starts the routers: pulls images, opens log streams. */
  static RolePlan starter(Place place, String logGroup, List<Arn> repositories, Arn boundary) {
    PolicyDocument permissions =
        PolicyDocument.of(
            Statement.allow("PullImages")
                .actions(
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:GetDownloadUrlForLayer")
                .on(repositories.toArray(Arn[]::new)),
            // A login, which names no repository.
            Statement.allow("LogInToTheRegistry")
                .actions("ecr:GetAuthorizationToken")
                .onEverything(),
            Statement.allow("WriteLogs")
                .actions("logs:CreateLogStream", "logs:PutLogEvents")
                .on(place.arn("logs", "log-group:" + logGroup + ":*")));
    return RolePlan.of(place, "starter", boundary, tasks(place), permissions);
  }

  /** The routers: read the table, keep a snapshot of it, count. Never write the table. */
  static RolePlan router(EdgeNames names, Region region, String snapshots, Arn boundary) {
    Place place = names.regionAt(region);
    Place zone = names.zoneAt(region);
    PolicyDocument permissions =
        PolicyDocument.of(
            Statement.allow("FindTheHomeCell")
                .actions("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Scan")
                .on(names.homeCells(region)),
            // The key's id is AWS's, so the account and the service are the limit.
            Statement.allow("OpenTheTable")
                .actions("kms:Decrypt", "kms:DescribeKey")
                .on(zone.arn("kms", "key/*"))
                .when("StringEquals", "kms:ViaService", zone.viaService("dynamodb")),
            Statement.allow("ReadTheKeySet")
                .actions("s3:GetObject")
                .on(Arn.objectsOf(region, names.keySetBucket(region))),
            Statement.allow("KeepSnapshots")
                .actions("s3:GetObject", "s3:PutObject")
                .on(Arn.objectsOf(region, snapshots)),
            Statement.allow("EncryptSnapshots")
                .actions("kms:Decrypt", "kms:GenerateDataKey")
                .on(place.arn("kms", "key/*"))
                .when("StringEquals", "kms:ViaService", place.viaService("s3")),
            Statement.allow("Count")
                .actions("cloudwatch:PutMetricData")
                .onEverything()
                .when("StringEquals", "cloudwatch:namespace", RegionAlarmsPlan.NAMESPACE)
                .when("StringEquals", "aws:ResourceAccount", place.account().value()));
    return RolePlan.of(place, "router", boundary, tasks(place), permissions);
  }

  private static PolicyDocument tasks(Place place) {
    return PolicyDocument.of(
        Statement.allow("RunAsTasksOfThisEdge")
            .by(Principal.service("ecs-tasks.amazonaws.com"))
            .actions("sts:AssumeRole")
            .when("StringEquals", "aws:SourceAccount", place.account().value())
            .when("ArnLike", "aws:SourceArn", place.arn("ecs", "*").toString()));
  }
}
