package io.cellwall.edge.zone;

import io.cellwall.edge.EdgeNames;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.key.KeyPlan;
import io.cellwall.wiring.key.KeyStatements;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table that says which cell is a tenant's home. One for each zone, never beyond it.
 *
 * @param name the table's name, the same in every region
 * @param writerRegion where the table lies that is written
 * @param replicaRegions where its replicas lie, sorted: the zone's other regions that have an edge
 * @param keys a key of its own for every region that has the table
 * @param policies whom the table and each replica admit
 * @param arns the table's ARN in each region, known before it exists
 */
public record HomeCellTablePlan(
    String name,
    Region writerRegion,
    List<Region> replicaRegions,
    SortedMap<Region, KeyPlan> keys,
    SortedMap<Region, PolicyDocument> policies,
    SortedMap<Region, Arn> arns) {

  /** The tenant's handle; the rest of an item is for those who read and write it. */
  public static final String KEY_ATTRIBUTE = "tenant";

  private static final String[] READS = {
    "dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Query", "dynamodb:Scan"
  };

  private static final String[] WRITES = {
    "dynamodb:BatchWriteItem",
    "dynamodb:DeleteItem",
    "dynamodb:PartiQLDelete",
    "dynamodb:PartiQLInsert",
    "dynamodb:PartiQLUpdate",
    "dynamodb:PutItem",
    "dynamodb:UpdateItem"
  };

  public HomeCellTablePlan {
    replicaRegions = replicaRegions.stream().sorted().toList();
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    policies = Collections.unmodifiableSortedMap(new TreeMap<>(policies));
    arns = Collections.unmodifiableSortedMap(new TreeMap<>(arns));
  }

  /**
   * The table of a zone.
   *
   * @throws IllegalArgumentException if the zone has its writer region or an edge outside its
   *     regions; a validated inventory has no such zone
   */
  static HomeCellTablePlan of(EdgeNames names) {
    Zone zone = names.zone();
    TreeMap<Region, KeyPlan> keys = new TreeMap<>();
    TreeMap<Region, PolicyDocument> policies = new TreeMap<>();
    TreeMap<Region, Arn> arns = new TreeMap<>();
    for (Region region : regions(zone)) {
      if (!zone.regions().contains(region)) {
        throw new IllegalArgumentException(
            "the home-cell table of zone %s may not lie in %s, which is not one of its regions %s"
                .formatted(zone.name(), region, zone.regions()));
      }
      keys.put(region, key(names, region));
      policies.put(region, policy(names, region));
      arns.put(region, names.homeCells(region));
    }
    return new HomeCellTablePlan(
        names.zoneAt(zone.writerRegion()).named("home-cells"),
        zone.writerRegion(),
        keys.keySet().stream().filter(region -> !region.equals(zone.writerRegion())).toList(),
        keys,
        policies,
        arns);
  }

  private static List<Region> regions(Zone zone) {
    List<Region> regions = new ArrayList<>(List.of(zone.writerRegion()));
    zone.edges().keySet().stream()
        .filter(region -> !region.equals(zone.writerRegion()))
        .forEach(regions::add);
    return regions;
  }

  private static KeyPlan key(EdgeNames names, Region region) {
    Place place = names.zoneAt(region);
    PolicyDocument policy =
        PolicyDocument.of(
            KeyStatements.administration(place),
            KeyStatements.useThrough(place, "dynamodb"),
            KeyStatements.grantsFor(place, "dynamodb"));
    if (names.zone().edges().containsKey(region)) {
      // DynamoDB opens the table's key on behalf of whoever reads, also from another account.
      policy =
          policy.with(
              reader(names, region, "ReadTheTable")
                  .actions("kms:Decrypt", "kms:DescribeKey")
                  .onEverything()
                  .when("StringEquals", "kms:ViaService", place.viaService("dynamodb")));
    }
    return KeyPlan.of(
        place.named("home-cells-" + region),
        "Home-cell table of " + place.name() + " in " + region,
        policy);
  }

  // A role that does not exist yet may not be a principal, so its account is one, on condition.
  private static Statement reader(EdgeNames names, Region region, String sid) {
    return Statement.allow(sid)
        .by(Principal.aws(names.regionAt(region).accountRoot()))
        .when("ArnEquals", "aws:PrincipalArn", names.router(region).toString());
  }

  private static PolicyDocument policy(EdgeNames names, Region region) {
    Place place = names.zoneAt(region);
    Arn table = names.homeCells(region);
    boolean written = region.equals(names.zone().writerRegion());
    boolean read = names.zone().edges().containsKey(region);
    // Replicas are filled by DynamoDB itself.
    String replication =
        place
            .iamArn(
                "role/aws-service-role/replication.dynamodb.amazonaws.com/"
                    + "AWSServiceRoleForDynamoDBReplication")
            .toString();
    String placement = names.placement().toString();
    List<String> readers = new ArrayList<>(List.of(replication, placement));
    if (read) {
      readers.add(names.router(region).toString());
    }
    List<String> writers = written ? List.of(replication, placement) : List.of(replication);
    PolicyDocument policy =
        PolicyDocument.of(
            Statement.deny("NobodyElseReads")
                .by(Principal.anyone())
                .actions(READS)
                .on(table)
                .when("ArnNotEquals", "aws:PrincipalArn", readers),
            Statement.deny(written ? "NobodyElseWrites" : "WriteInTheWriterRegionOnly")
                .by(Principal.anyone())
                .actions(WRITES)
                .on(table)
                .when("ArnNotEquals", "aws:PrincipalArn", writers));
    if (written) {
      policy =
          policy.with(
              Statement.allow("PlaceTenants")
                  .by(Principal.aws(place.accountRoot()))
                  .actions(
                      "dynamodb:ConditionCheckItem",
                      "dynamodb:DeleteItem",
                      "dynamodb:GetItem",
                      "dynamodb:PutItem",
                      "dynamodb:Query",
                      "dynamodb:UpdateItem")
                  .on(table)
                  .when("ArnEquals", "aws:PrincipalArn", placement));
    }
    return read
        ? policy.with(
            reader(names, region, "FindTheHomeCell")
                .actions("dynamodb:BatchGetItem", "dynamodb:GetItem", "dynamodb:Scan")
                .on(table))
        : policy;
  }
}
