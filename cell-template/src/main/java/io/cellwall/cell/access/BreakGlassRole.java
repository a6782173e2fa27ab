package io.cellwall.cell.access;

import io.cellwall.cell.access.AccessPlan.PersonRole;
import io.cellwall.cell.compute.ClusterAccessPlan;
import io.cellwall.cell.compute.ClusterPlan;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The role for repairs when the ordinary way is shut: everything in the cluster, and every action
 * of the services that carry traffic, on what lies in this account and region. It cannot touch
 * roles and policies, keys, the contents of buckets, or secrets; an hour at a time.
 */
final class BreakGlassRole {

  private static final List<String> SERVICES =
      List.of(
          "autoscaling",
          "cloudwatch",
          "codebuild",
          "ec2",
          "elasticache",
          "elasticloadbalancing",
          "rds");

  private BreakGlassRole() {}

  static PersonRole plan(Place place, Arn boundary) {
    RolePlan role =
        RolePlan.of(
                place,
                "break-glass",
                "Repairs the cell when the ordinary way is shut; its use is an incident",
                boundary,
                PeopleTrust.of(place, "CellBreakGlass"),
                permissions(place))
            .with(List.of(place.managedPolicy("job-function/ViewOnlyAccess")));
    return new PersonRole(
        role, ClusterAccessPlan.of(place, "break-glass", role.arn(), ClusterAccessPlan.ADMINISTER));
  }

  private static PolicyDocument permissions(Place place) {
    String cell = place.name();
    return PolicyDocument.of(
        Statement.allow("RepairWhatCarriesTraffic")
            .actions(SERVICES.stream().map(service -> service + ":*").toArray(String[]::new))
            .on(SERVICES.stream().map(service -> place.arn(service, "*")).toArray(Arn[]::new)),
        Statement.allow("RestoreAndRedrive")
            .actions(
                "backup:StartRestoreJob",
                "sqs:CancelMessageMoveTask",
                "sqs:ListMessageMoveTasks",
                "sqs:StartMessageMoveTask")
            .on(place.arn("backup", "recovery-point:*"), place.arn("sqs", place.named("*"))),
        Statement.allow("RestoreWithTheRoleOfBackups")
            .actions("iam:PassRole")
            .on(place.iamArn("role/" + place.named("backup")))
            .when("StringEquals", "iam:PassedToService", "backup.amazonaws.com"),
        Statement.allow("RepairTheCluster")
            .actions("eks:*")
            .on(
                Stream.of("access-entry", "addon", "nodegroup", "podidentityassociation")
                    .map(kind -> place.arn("eks", kind + "/" + cell + "/*"))
                    .toArray(Arn[]::new))
            .on(ClusterPlan.arnOf(place)),
        Statement.allow("ReadLogs")
            .actions("logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery")
            .on(
                place.arn("logs", "log-group:/cellwall/" + cell + "/*"),
                place.arn("logs", "log-group:/aws/eks/" + cell + "/*")));
  }
}
