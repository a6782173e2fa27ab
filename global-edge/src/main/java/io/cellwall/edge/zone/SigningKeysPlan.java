package io.cellwall.edge.zone;

import io.cellwall.edge.EdgeNames;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.bucket.PrivateBucketPlan;
import io.cellwall.wiring.key.KeyStatements;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The keys that sign the zone's tokens, and where their public halves are published.
 *
 * <p>To rotate, raise {@code signingKey} in the zone's file by one: the next key becomes the
 * current one, a new one stands ready, and the last one stays published while its tokens live.
 *
 * @param keys the last, the current and the next key
 * @param policy whom the keys admit
 * @param currentAlias what the issuer of tokens calls the current key
 * @param nextAlias the same of the next one
 * @param keySets a bucket in each region that has an edge: routers reach their own region only
 */
public record SigningKeysPlan(
    List<SigningKey> keys,
    PolicyDocument policy,
    Alias currentAlias,
    Alias nextAlias,
    SortedMap<Region, PrivateBucketPlan> keySets) {

  /** Where the key set lies in each bucket. */
  public static final String OBJECT = ".well-known/jwks.json";

  public SigningKeysPlan {
    keys = List.copyOf(keys);
    keySets = Collections.unmodifiableSortedMap(new TreeMap<>(keySets));
  }

  /**
   * A key.
   *
   * @param name its name, also the key id in tokens
   * @param description what it is
   */
  public record SigningKey(String name, String description) {}

  /**
   * An alias.
   *
   * @param name {@code alias/…}
   * @param key the name of the key it stands for
   */
  public record Alias(String name, String key) {}

  static SigningKeysPlan of(EdgeNames names) {
    Zone zone = names.zone();
    Place place = names.zoneAt(zone.writerRegion());
    int current = zone.signingKey();
    return new SigningKeysPlan(
        IntStream.rangeClosed(Math.max(1, current - 1), current + 1)
            .mapToObj(
                number ->
                    new SigningKey(
                        name(place, number), "Tokens of " + place.name() + ", key " + number))
            .toList(),
        policy(names, place),
        new Alias("alias/" + place.named("signing-current"), name(place, current)),
        new Alias("alias/" + place.named("signing-next"), name(place, current + 1)),
        keySets(names));
  }

  private static String name(Place place, int number) {
    return place.named("signing-" + number);
  }

  private static PolicyDocument policy(EdgeNames names, Place place) {
    Statement account =
        Statement.allow("ReadThePublicHalf")
            .by(Principal.aws(place.accountRoot()))
            .actions("kms:GetPublicKey")
            .onEverything()
            .when("StringEquals", "kms:CallerAccount", place.account().value());
    return PolicyDocument.of(
        KeyStatements.administration(place),
        account,
        Statement.allow("SignTokens")
            .by(Principal.aws(place.accountRoot()))
            .actions("kms:Sign")
            .onEverything()
            .when("ArnEquals", "aws:PrincipalArn", names.issuer().toString())
            // RS256, and nothing that could pass for another algorithm.
            .when("StringEquals", "kms:SigningAlgorithm", "RSASSA_PKCS1_V1_5_SHA_256"));
  }

  private static SortedMap<Region, PrivateBucketPlan> keySets(EdgeNames names) {
    TreeMap<Region, PrivateBucketPlan> keySets = new TreeMap<>();
    for (Region region : names.zone().edges().keySet()) {
      String bucket = names.keySetBucket(region);
      keySets.put(
          region,
          PrivateBucketPlan.of(region, bucket)
              .admitting(
                  Statement.allow("ReadTheKeySet")
                      .by(Principal.aws(names.regionAt(region).accountRoot()))
                      .actions("s3:GetObject")
                      .on(Arn.objectsOf(region, bucket))
                      .when("ArnEquals", "aws:PrincipalArn", names.router(region).toString())));
    }
    return keySets;
  }
}
