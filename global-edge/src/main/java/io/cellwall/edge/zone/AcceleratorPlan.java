package io.cellwall.edge.zone;

import io.cellwall.edge.EdgeNames;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.bucket.PrivateBucketPlan;
import io.cellwall.wiring.key.KeyPlan;
import io.cellwall.wiring.key.KeyStatements;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.List;

/**
 * The zone's entry: two fixed addresses, from which AWS's network carries packets to the nearest
 * region of the zone. No cell is part of it.
 *
 * @param name the accelerator's name
 * @param records where its flow logs go, in the zone
 * @param recordsKey the key of that bucket
 * @param groups one for each admitted edge of a region
 */
public record AcceleratorPlan(
    String name, PrivateBucketPlan records, KeyPlan recordsKey, List<Group> groups) {

  private static final int A_YEAR = 365;

  public AcceleratorPlan {
    groups = List.copyOf(groups);
  }

  /**
   * The group of one region's routers.
   *
   * @param name the resource's name
   * @param region the region
   * @param loadBalancer ARN of the routers' load balancer, in the account of the region's edge
   * @param attachment ARN of the attachment by which that account lets this one use it
   */
  public record Group(String name, Region region, String loadBalancer, String attachment) {}

  static AcceleratorPlan of(EdgeNames names) {
    Zone zone = names.zone();
    Place place = names.zoneAt(zone.writerRegion());
    String bucket = names.bucket(place, "flow-logs");
    return new AcceleratorPlan(
        place.name(),
        PrivateBucketPlan.of(place.region(), bucket)
            .admitting(
                deliver(place, "DeliverRecords")
                    .actions("s3:PutObject")
                    .on(Arn.objectsOf(place.region(), bucket)))
            .admitting(
                deliver(place, "CheckBeforeDelivery")
                    .actions("s3:GetBucketAcl", "s3:ListBucket")
                    .on(Arn.ofBucket(place.region(), bucket)))
            .keepingRecordsFor(A_YEAR),
        KeyPlan.of(
            place.named("flow-logs"),
            "Flow logs of " + place.name(),
            PolicyDocument.of(
                KeyStatements.administration(place),
                KeyStatements.useThrough(place, "s3"),
                deliver(place, "EncryptRecords")
                    .actions("kms:Decrypt", "kms:GenerateDataKey*")
                    .onEverything())),
        groups(zone, place));
  }

  // AWS does not say which region's ARN the delivery carries, so the account is the condition.
  private static Statement deliver(Place place, String sid) {
    return Statement.allow(sid)
        .by(Principal.service("delivery.logs.amazonaws.com"))
        .when("StringEquals", "aws:SourceAccount", place.account().value());
  }

  private static List<Group> groups(Zone zone, Place place) {
    return zone.edges().entrySet().stream()
        .flatMap(
            edge ->
                edge.getValue().facts().stream()
                    .map(
                        facts ->
                            new Group(
                                place.named(edge.getKey().code()),
                                edge.getKey(),
                                facts.loadBalancer(),
                                facts.attachment())))
        .toList();
  }
}
