package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.principal.Actor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows for a request's context from who acts on what.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">AWS
 *     global condition context keys</a>
 */
final class RequestFacts {

  /** Services with one endpoint for the world report the region where that stands. */
  private static final Map<String, String> GLOBAL_SERVICES =
      Map.ofEntries(
          Map.entry("iam", "us-east-1"),
          Map.entry("organizations", "us-east-1"),
          Map.entry("account", "us-east-1"),
          Map.entry("cloudfront", "us-east-1"),
          Map.entry("route53", "us-east-1"),
          Map.entry("route53domains", "us-east-1"),
          Map.entry("shield", "us-east-1"),
          Map.entry("waf", "us-east-1"),
          Map.entry("support", "us-east-1"),
          Map.entry("globalaccelerator", "us-west-2"));

  private static final int REGION = 3;

  /**
   * AWS's partitions:
   * https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html
   */
  private static final List<String> PARTITIONS =
      List.of(
          "aws",
          "aws-cn",
          "aws-us-gov",
          "aws-eusc",
          "aws-iso",
          "aws-iso-b",
          "aws-iso-e",
          "aws-iso-f");

  private static final Glob ANY_ARN = Glob.parse("arn:*");

  private RequestFacts() {}

  /** Tells whether the service has one endpoint for the world. */
  static boolean isGlobal(String service) {
    return GLOBAL_SERVICES.containsKey(service);
  }

  /**
   * What is known.
   *
   * @param globalService service of the action, if it has one endpoint for the world; else empty
   */
  static Facts of(Principal principal, Resource resource, Optional<String> globalService) {
    Facts facts = ofActor(principal.actor());
    if (resource.account().isPresent()) {
      // A few actions do not report it, so it may be absent.
      facts = facts.with("aws:ResourceAccount", KeyFact.maybe(resource.account().get()));
    }
    Optional<String> region =
        globalService
            .map(GLOBAL_SERVICES::get)
            .or(resource::region)
            .or(() -> commonRegion(resource.arns()));
    if (region.isPresent()) {
      facts = facts.with("aws:RequestedRegion", KeyFact.is(region.get()));
    }
    return facts.with(principal.facts()).with(resource.facts());
  }

  private static Facts ofActor(Actor actor) {
    Facts facts = Facts.NONE;
    boolean service = actor instanceof Actor.Service;
    facts = facts.with("aws:PrincipalIsAWSService", KeyFact.is(String.valueOf(service)));
    if (actor.account().isPresent()) {
      facts = facts.with("aws:PrincipalAccount", KeyFact.is(actor.account().get()));
      // https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-caller-account
      facts = facts.with("kms:CallerAccount", KeyFact.is(actor.account().get()));
    }
    if (service) {
      return facts
          .with("aws:PrincipalServiceName", KeyFact.is(actor.id()))
          .with("aws:PrincipalAccount", KeyFact.absent())
          .with("aws:PrincipalArn", KeyFact.absent())
          .with("aws:PrincipalOrgID", KeyFact.absent());
    }
    // Only services that act for a resource of somebody's say which.
    facts =
        facts
            .with("aws:SourceArn", KeyFact.absent())
            .with("aws:SourceAccount", KeyFact.absent())
            .with("aws:SourceOrgID", KeyFact.absent())
            .with("aws:SourceOrgPaths", KeyFact.absent())
            .with("aws:PrincipalServiceName", KeyFact.absent());
    return named(actor, facts);
  }

  private static Facts named(Actor actor, Facts facts) {
    if (actor instanceof Actor.Role role) {
      return facts
          .with("aws:PrincipalArn", KeyFact.is(role.arn()))
          .with("aws:PrincipalType", KeyFact.is("AssumedRole"))
          .with("aws:username", KeyFact.absent());
    }
    if (actor instanceof Actor.User user) {
      return facts
          .with("aws:PrincipalArn", KeyFact.is(user.arn()))
          .with("aws:PrincipalType", KeyFact.is("User"))
          .with("aws:username", KeyFact.is(user.arn().substring(user.arn().lastIndexOf('/') + 1)));
    }
    if (actor instanceof Actor.Root || actor instanceof Actor.Anyone) {
      return facts.with(
          "aws:PrincipalArn",
          new KeyFact.OneOf(
              actor.account().map(account -> arns(account, actor)).orElse(List.of(ANY_ARN)),
              false));
    }
    return facts
        .with("aws:PrincipalArn", KeyFact.absent())
        .with("aws:PrincipalAccount", KeyFact.absent())
        .with("aws:PrincipalOrgID", KeyFact.absent())
        .with("kms:CallerAccount", KeyFact.absent())
        .with("aws:username", KeyFact.absent());
  }

  /**
   * Roles and users are known by their ARN in IAM, and a user's federated session by one in STS.
   * Each part is written out, as a wildcard could hide a colon.
   */
  private static List<Glob> arns(String account, Actor actor) {
    return PARTITIONS.stream()
        .flatMap(
            partition -> {
              String head = "arn:" + partition + ":iam::" + account + ":";
              return actor instanceof Actor.Root
                  ? Stream.of(Glob.literal(head + "root"))
                  : Stream.of(
                      Glob.parse(head + "*"),
                      Glob.parse("arn:" + partition + ":sts::" + account + ":*"));
            })
        .toList();
  }

  private static Optional<String> commonRegion(List<Glob> arns) {
    List<String> regions = arns.stream().map(RequestFacts::region).distinct().toList();
    return regions.size() == 1 && !regions.get(0).isEmpty()
        ? Optional.of(regions.get(0))
        : Optional.empty();
  }

  /** The region in an ARN; empty if it has none or a wildcard stands in or before it. */
  private static String region(Glob arn) {
    Glob rest = arn;
    for (int i = 0; i < REGION; i++) {
      int colon = rest.indexOf(':');
      if (colon < 0 || !rest.slice(0, colon).isLiteral()) {
        return "";
      }
      rest = rest.slice(colon + 1, rest.length());
    }
    int colon = rest.indexOf(':');
    return colon > 0 && rest.slice(0, colon).isLiteral() ? rest.slice(0, colon).toString() : "";
  }
}
