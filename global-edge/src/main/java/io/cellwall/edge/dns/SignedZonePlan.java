package io.cellwall.edge.dns;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.GlobalByDesign;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.key.KeyStatements;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Principal;
import io.cellwall.wiring.policy.Statement;
import java.util.List;

/**
 * A public hosted zone whose answers are signed, and in which only Amazon may issue certificates.
 *
 * @param name the name of the resources
 * @param host the name of the hosted zone
 * @param comment what it is for
 * @param keyRegion where AWS wants the key that signs the zone's key
 * @param keyAlias the key's alias
 * @param keyPlace where the key is, and whose
 * @param signingKey the name of the zone's key: letters, digits and underscores
 * @param authorities the CAA record: who may issue certificates
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html">Customer
 *     managed keys for DNSSEC</a>
 */
public record SignedZonePlan(
    String name,
    HostName host,
    String comment,
    Region keyRegion,
    String keyAlias,
    Place keyPlace,
    String signingKey,
    List<String> authorities) {

  public SignedZonePlan {
    authorities = List.copyOf(authorities);
  }

  /** A hosted zone of the account. */
  public static SignedZonePlan of(String name, AccountId account, HostName host, String comment) {
    Region region = GlobalByDesign.DNSSEC_KEY.region().orElseThrow();
    String keyName = name + "-dnssec";
    return new SignedZonePlan(
        name,
        host,
        comment,
        region,
        "alias/" + keyName,
        new Place(name, region, account),
        keyName.replace('-', '_'),
        List.of("0 issue \"amazon.com\"", "0 issuewild \";\""));
  }

  /**
   * Whom the key admits: Route 53, and for this hosted zone only.
   *
   * @param hostedZone ARN of the hosted zone
   */
  PolicyDocument keyPolicy(String hostedZone) {
    Principal route53 = Principal.service("dnssec-route53.amazonaws.com");
    String account = keyPlace.account().value();
    return PolicyDocument.of(
        KeyStatements.administration(keyPlace),
        Statement.allow("SignForTheHostedZone")
            .by(route53)
            .actions("kms:DescribeKey", "kms:GetPublicKey", "kms:Sign")
            .onEverything()
            .when("StringEquals", "aws:SourceAccount", account)
            .when("ArnEquals", "aws:SourceArn", hostedZone),
        Statement.allow("GrantToTheHostedZone")
            .by(route53)
            .actions("kms:CreateGrant")
            .onEverything()
            .when("StringEquals", "aws:SourceAccount", account)
            .when("ArnEquals", "aws:SourceArn", hostedZone)
            .when("Bool", "kms:GrantIsForAWSResource", "true"));
  }
}
