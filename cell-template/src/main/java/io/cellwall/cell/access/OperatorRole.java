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

/**
 * The role for looking: what there is, how it is, what it logged. It changes nothing but may start
 * the job that installs the platform, and reads no tenant's data and no secret.
 */
final class OperatorRole {

  private OperatorRole() {}

  static PersonRole plan(Place place, Arn boundary) {
    RolePlan role =
        RolePlan.of(
                place,
                "operator",
                "Looks at the cell",
                boundary,
                PeopleTrust.of(place, "CellOperator"),
                permissions(place))
            // Names and states of everything, contents of nothing.
            .with(List.of(place.managedPolicy("job-function/ViewOnlyAccess")));
    return new PersonRole(
        role, ClusterAccessPlan.of(place, "operator", role.arn(), ClusterAccessPlan.VIEW));
  }

  private static PolicyDocument permissions(Place place) {
    String cell = place.name();
    return PolicyDocument.of(
        Statement.allow("SeeTheCluster")
            .actions("eks:AccessKubernetesApi", "eks:Describe*", "eks:List*")
            .on(
                ClusterPlan.arnOf(place),
                place.arn("eks", "access-entry/" + cell + "/*"),
                place.arn("eks", "addon/" + cell + "/*"),
                place.arn("eks", "nodegroup/" + cell + "/*"),
                place.arn("eks", "podidentityassociation/" + cell + "/*")),
        Statement.allow("ReadLogs")
            .actions("logs:FilterLogEvents", "logs:GetLogEvents", "logs:StartQuery")
            .on(
                place.arn("logs", "log-group:/cellwall/" + cell + "/*"),
                place.arn("logs", "log-group:/aws/eks/" + cell + "/*")),
        // A query is named by its id: whose log group it reads is not told before it is read.
        Statement.allow("ReadQueries")
            .actions("logs:GetQueryResults")
            .on(place.arn("logs", "log-group:*")),
        Statement.allow("InstallThePlatform")
            .actions("codebuild:BatchGetBuilds", "codebuild:StartBuild")
            .on(place.arn("codebuild", "project/" + place.named("install"))));
  }
}
