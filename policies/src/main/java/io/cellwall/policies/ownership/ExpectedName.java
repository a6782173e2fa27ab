package io.cellwall.policies.ownership;

import io.cellwall.policies.census.PropertyKind;
import io.cellwall.policies.graph.Surroundings;
import io.cellwall.policies.ownership.Reference.Kind;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what no shape tells: a text in which nothing was found, where the census expects a name.
 *
 * <p>A plain name of another resource means the one in the caller's own account, which is the
 * stack's alone unless the inventory gives it to several. Names of buckets mean any account's.
 */
final class ExpectedName {

  /**
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html">Names</a>
   */
  private static final Pattern BUCKET =
      Pattern.compile("(?:s3[an]?://|/)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/.*)?");

  private static final Pattern BUCKET_HOST =
      Pattern.compile(
          "(?:https?://)?([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])\\.s3[.-](?:[a-z0-9-]+\\.){0,3}"
              + "amazonaws\\.com(?:\\.cn)?(?:/.*)?");

  /** Amazon's own, and names that only a network's own resolver knows. */
  private static final Pattern KNOWN_HOST =
      Pattern.compile(
          ".*\\.(?:amazonaws\\.com(?:\\.cn)?|aws|internal|local|localhost|svc|arpa)"
              + "|(?:.*\\.)?(?:amazon|amazontrust|awstrust|amazonses)\\.com"
              + "|ns-[0-9]+\\.awsdns-[0-9]+\\.(?:com|net|org|co\\.uk)");

  /**
   * @see <a href="https://docs.aws.amazon.com/organizations/latest/APIReference/">Ids</a>
   */
  private static final Pattern ORGANIZATION =
      Pattern.compile("o-[a-z0-9]{10,32}|r-[0-9a-z]{4,32}|ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}");

  private static final Pattern CANONICAL_ID = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern EVERYBODY =
      Pattern.compile("all|\\*|.*/groups/global/(?:AllUsers|AuthenticatedUsers)");

  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9._/+=,@-]{2,255}");

  /** What AWS has in every account. */
  private static final Pattern MADE_BY_AWS =
      Pattern.compile("(?:alias/)?aws[/:-].*|default([.:-].*)?|(?:AWS|Amazon|FARGATE).*");

  private final OwnerIndex index;
  private final Home home;
  private final Surroundings graph;
  private final ArnOwner arns;

  ExpectedName(OwnerIndex index, Home home, Surroundings graph, ArnOwner arns) {
    this.index = index;
    this.home = home;
    this.graph = graph;
    this.arns = arns;
  }

  Optional<Reference> in(String property, PropertyKind kind, String text, boolean secret) {
    return switch (kind) {
      case BUCKET -> bucket(BUCKET.matcher(text), property, secret);
      case HOST ->
          bucket(BUCKET_HOST.matcher(text), property, secret)
              .or(() -> host(property, text, secret));
      case REGION ->
          isNoRegion(text)
              ? unknown(property, text, Kind.REGION, "no region that AWS has", secret)
              : Optional.empty();
      case ACCOUNT, PRINCIPAL -> principal(property, text, secret);
      case REFERENCE ->
          index.sharesAccount(home) && isUnknownName(text)
              ? unknown(
                  property, text, Kind.NAME, "a name that no resource of this stack has", secret)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<Reference> bucket(Matcher matcher, String property, boolean secret) {
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String name = matcher.group(1);
    Owner owner = isOwn(name) ? new Owner.ThisStack() : arns.of("arn:aws:s3:::" + name);
    return Optional.of(new Reference(property, name, Kind.BUCKET, owner, secret));
  }

  private Optional<Reference> host(String property, String text, boolean secret) {
    return Shape.HOST
        .all(text)
        .filter(host -> !KNOWN_HOST.matcher(host).matches())
        .map(host -> new Reference(property, host, Kind.HOST, new Owner.Stranger("a host"), secret))
        .findFirst();
  }

  private Optional<Reference> principal(String property, String text, boolean secret) {
    if (ORGANIZATION.matcher(text).matches()) {
      return unknown(property, text, Kind.PRINCIPAL, "more accounts than this stack's", secret);
    }
    if (CANONICAL_ID.matcher(text).matches()) {
      return unknown(property, text, Kind.PRINCIPAL, "an account without its number", secret);
    }
    return EVERYBODY.matcher(text).matches()
        ? Optional.of(new Reference(property, text, Kind.PRINCIPAL, new Owner.Everyone(), secret))
        : Optional.empty();
  }

  private static boolean isNoRegion(String text) {
    return !text.isBlank() && !text.equals("global") && !text.equals("aws-global");
  }

  private boolean isUnknownName(String text) {
    return PLAIN_NAME.matcher(text).matches()
        && !MADE_BY_AWS.matcher(text).matches()
        && !isOwn(text);
  }

  private boolean isOwn(String name) {
    return graph.named(name).stream().anyMatch(Declared::isOwn);
  }

  private static Optional<Reference> unknown(
      String property, String text, Kind kind, String what, boolean secret) {
    return Optional.of(new Reference(property, text, kind, new Owner.Unknown(what), secret));
  }
}
