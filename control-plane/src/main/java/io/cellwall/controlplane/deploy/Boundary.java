package io.cellwall.controlplane.deploy;

import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.StateBackend;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the roles of a pipeline could at most be allowed: the services that the stack uses, in its
 * regions, with names of the stack where a service has names; and never anything of a control
 * plane, itself included.
 */
final class Boundary {

  /** Those with statements of their own. */
  private static final Set<String> APART = Set.of("iam", "kms", "s3");

  private Boundary() {}

  static PolicyDocument of(Place place, Regions regions, StackStatements stack) {
    List<Statement> statements = new ArrayList<>();
    SortedMap<List<String>, List<String>> byRegions =
        new TreeMap<>(Comparator.comparing(Object::toString));
    List<String> global = new ArrayList<>();
    for (String service : stack.services()) {
      if (APART.contains(service)) {
        continue;
      }
      (stack.isGlobalService(service)
              ? global
              : byRegions.computeIfAbsent(regions.of(service), any -> new ArrayList<>()))
          .add(service + ":*");
    }
    byRegions.forEach(
        (codes, services) ->
            statements.add(
                Statement.allow(
                        "ServicesInTheirRegions" + (statements.size() + 1),
                        services.toArray(String[]::new))
                    .on("*")
                    .when("StringEquals", "aws:RequestedRegion", codes)));
    if (!global.isEmpty()) {
      statements.add(
          Statement.allow("ServicesWithoutRegions", global.toArray(String[]::new)).on("*"));
    }
    statements.add(
        Statement.allow("KeysOfTheStack", "kms:*")
            .on("*")
            .when("StringEquals", "aws:RequestedRegion", stack.regionsOfKeys()));
    if (!stack.services().contains("logs")) {
      statements.add(
          Statement.allow("LogsOfThePipeline", "logs:CreateLogStream", "logs:PutLogEvents")
              .on(place.arn("logs", "log-group:/cellwall/" + place.name() + "/*")));
    }
    List<String> buckets = new ArrayList<>(stack.own("s3"));
    for (String own : List.of("state", "artifacts")) {
      buckets.add(place.bucketArn(place.bucket(own)));
      buckets.add(place.bucketArn(place.bucket(own)) + "/*");
    }
    statements.add(
        Statement.allow("BucketsOfTheStack", "s3:*")
            .on(buckets)
            .when("StringEquals", "aws:ResourceAccount", place.account()));
    List<String> identities = new ArrayList<>(stack.own("iam"));
    identities.add(place.globalArn("iam", "role/aws-service-role/*"));
    statements.add(Statement.allow("RolesOfTheStack", "iam:*").on(identities));
    statements.addAll(denials(place, stack));
    return new PolicyDocument(statements);
  }

  private static List<Statement> denials(Place place, StackStatements stack) {
    String ours = StateBackend.PREFIX + "*";
    return List.of(
        Statement.deny("ControlPlaneStaysAsItIs", "iam:*")
            .on(place.globalArn("iam", "role/" + ours), place.globalArn("iam", "policy/" + ours)),
        Statement.deny("EveryRoleIsBounded", "iam:CreateRole", "iam:PutRolePermissionsBoundary")
            .on("*")
            .when("StringNotEquals", "iam:PermissionsBoundary", stack.stackBoundary()),
        Statement.deny("NoBoundaryGoes", "iam:DeleteRolePermissionsBoundary").on("*"),
        Statement.deny(
                "StateStaysWhereItIs",
                "s3:BypassGovernanceRetention",
                "s3:DeleteBucket*",
                "s3:DeleteObjectVersion*",
                "s3:Put*Configuration",
                "s3:PutBucket*",
                "s3:PutObjectLegalHold",
                "s3:PutObjectRetention")
            .on(place.bucketArn(ours)),
        Statement.deny(
                "KeysOfTheControlPlaneStay",
                "kms:*Grant",
                "kms:*KeyDeletion",
                "kms:DisableKey*",
                "kms:EnableKey*",
                "kms:PutKeyPolicy",
                "kms:TagResource",
                "kms:UntagResource",
                "kms:Update*")
            .on("*")
            .when("ForAnyValue:StringLike", "kms:ResourceAliases", "alias/" + ours));
  }
}
