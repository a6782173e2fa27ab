package io.cellwall.edge.dns;

import com.pulumi.aws.Provider;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.route53.HostedZoneDnsSec;
import com.pulumi.aws.route53.HostedZoneDnsSecArgs;
import com.pulumi.aws.route53.KeySigningKey;
import com.pulumi.aws.route53.KeySigningKeyArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.wiring.Tied;
import java.util.List;
import java.util.Map;

/** A signed hosted zone with its CAA record. Zone and key are protected. */
public final class SignedZone extends ComponentResource {

  private static final int WAIT_DAYS = 30;
  private static final int HOUR = 3600;

  private final Zone zone;
  private final KeySigningKey signingKey;

  /**
   * Makes the hosted zone.
   *
   * @param keyProvider a provider in {@link SignedZonePlan#keyRegion()}, used for the key alone
   */
  public SignedZone(SignedZonePlan plan, Provider keyProvider, ComponentResourceOptions options) {
    super("cellwall:edge:SignedZone", plan.name(), options);
    zone =
        new Zone(
            plan.name(),
            ZoneArgs.builder()
                .name(plan.host().toString())
                .comment(plan.comment())
                .forceDestroy(false)
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).build());
    Key key = key(plan, keyProvider);
    signingKey =
        new KeySigningKey(
            plan.name(),
            KeySigningKeyArgs.builder()
                .name(plan.signingKey())
                .hostedZoneId(zone.id())
                .keyManagementServiceArn(Tied.to(key, key.arn()))
                .status("ACTIVE")
                .build(),
            child());
    new HostedZoneDnsSec(
        plan.name(),
        HostedZoneDnsSecArgs.builder().hostedZoneId(zone.id()).signingStatus("SIGNING").build(),
        CustomResourceOptions.builder().parent(this).dependsOn(signingKey).build());
    new Record(
        plan.name() + "-caa",
        RecordArgs.builder()
            .zoneId(zone.id())
            .name(plan.host().toString())
            .type("CAA")
            .ttl(HOUR)
            .records(plan.authorities())
            .build(),
        child());
    registerOutputs(Map.of());
  }

  private Key key(SignedZonePlan plan, Provider provider) {
    CustomResourceOptions.Builder there =
        CustomResourceOptions.builder().parent(this).provider(provider);
    Key key =
        new Key(
            plan.name() + "-dnssec",
            KeyArgs.builder()
                .description("Signs the key of the hosted zone " + plan.host())
                .customerMasterKeySpec("ECC_NIST_P256")
                .keyUsage("SIGN_VERIFY")
                .multiRegion(false)
                .deletionWindowInDays(WAIT_DAYS)
                .policy(Tied.to(zone, zone.arn()).applyValue(arn -> plan.keyPolicy(arn).json()))
                .tags(Map.of("Name", plan.name() + "-dnssec"))
                .build(),
            there.protect(true).build());
    new Alias(
        plan.name() + "-dnssec",
        AliasArgs.builder().name(plan.keyAlias()).targetKeyId(key.id()).build(),
        CustomResourceOptions.builder().parent(this).provider(provider).build());
    return key;
  }

  /** The hosted zone's id. */
  public Output<String> id() {
    return zone.id();
  }

  /** The hosted zone's name servers, tied to it. */
  public Output<List<String>> nameServers() {
    return Tied.to(zone, zone.nameServers());
  }

  /** The DS record by which the parent vouches for the zone, tied to the zone's key. */
  public Output<String> delegationSigner() {
    return Tied.to(signingKey, signingKey.dsRecord());
  }

  private CustomResourceOptions child() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
