package io.cellwall.edge.region;

import io.cellwall.edge.EdgeNames;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.List;

/**
 * The permissions boundary of a region's edge: nothing outside its region, and of other accounts
 * only the zone's, read only.
 *
 * @param name the policy's name
 * @param arn the policy's ARN, known before it exists
 * @param policy the ceiling
 */
public record EdgeBoundaryPlan(String name, Arn arn, PolicyDocument policy) {

  private static final String[] READS_OF_THE_ZONE = {
    "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Scan", "kms:Decrypt", "s3:GetObject"
  };

  static EdgeBoundaryPlan of(EdgeNames names, Region region) {
    Place place = names.regionAt(region);
    String name = place.named("boundary");
    String account = place.account().value();
    return new EdgeBoundaryPlan(
        name,
        place.iamArn("policy/" + name),
        PolicyDocument.of(
            Statement.allow("Ceiling").actions("*").onEverything(),
            Statement.deny("StayInTheRegion")
                .actions("*")
                .onEverything()
                .when("StringNotEquals", "aws:RequestedRegion", region.code()),
            Statement.deny("WorkInTheAccountOnly")
                .allActionsBut(List.of(READS_OF_THE_ZONE))
                .onEverything()
                .when("StringNotEqualsIfExists", "aws:ResourceAccount", account),
            Statement.deny("ReadTheZoneOnly")
                .actions(READS_OF_THE_ZONE)
                .onEverything()
                .when(
                    "StringNotEqualsIfExists",
                    "aws:ResourceAccount",
                    account,
                    names.zone().account().value()),
            Statement.deny("ChangeNoPermissions")
                .actions("iam:*", "organizations:*", "account:*")
                .onEverything()));
  }
}
