package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Those who stand for everybody beyond an account. */
final class Strangers {

  /** An account that nobody has. AWS gives out none with this number. */
  static final String STAND_IN = "000000000000";

  /** A service that no policy names. */
  static final String OTHER_SERVICE = "any-other-service.amazonaws.com";

  private static final String SOURCE_ARN = "aws:sourcearn";
  private static final int ARN_PARTS = 6;
  private static final int ACCOUNT = 4;

  private Strangers() {}

  /** Whoever there is in an account; in any other, if the policies tell accounts apart vaguely. */
  static Principal anyone(String account, boolean vague) {
    return Principal.of(
        new Actor.Anyone(
            vague && account.equals(STAND_IN) ? Optional.empty() : Optional.of(account)));
  }

  /** A role or user of this ARN that may do everything as far as its own account is asked. */
  static Principal called(String arn) {
    Actor actor = arn.contains(":user/") ? Actor.User.of(arn) : Actor.Role.of(arn);
    return Principal.of(actor, PolicyDocument.allowingAll(arn, PolicyKind.IDENTITY));
  }

  static Principal anonymous() {
    return Principal.of(new Actor.Anonymous());
  }

  /**
   * A service that acts for something of an account.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html">The
   *     confused deputy problem</a>
   */
  static Principal service(String name, String account, Resource on, Named named, Set<String> own) {
    Facts facts = Facts.NONE;
    if (!named.vague()) {
      facts =
          facts
              .with("aws:SourceAccount", KeyFact.maybe(account))
              .with("kms:CallerAccount", KeyFact.maybe(account));
      for (Map.Entry<String, Set<String>> each : sources(on).entrySet()) {
        facts = facts.with(each.getKey(), sourceOf(account, each.getValue(), own));
      }
    }
    return Principal.of(new Actor.Service(name)).knowing(facts);
  }

  /**
   * The conditions that say for what a service acts: the resource that asks, or the one whose data
   * it encrypts. Values by key.
   */
  private static Map<String, Set<String>> sources(Resource on) {
    Map<String, Set<String>> sources = new TreeMap<>();
    sources.put(SOURCE_ARN, new TreeSet<>());
    Stream.concat(on.policies().stream(), on.grants().stream())
        .map(PolicyDocument::statements)
        .flatMap(List::stream)
        .map(Statement::conditions)
        .flatMap(List::stream)
        .filter(condition -> isSource(condition.key().toLowerCase(Locale.ROOT)))
        .forEach(
            condition ->
                sources
                    .computeIfAbsent(
                        condition.key().toLowerCase(Locale.ROOT), key -> new TreeSet<>())
                    .addAll(condition.values().stream().map(PolicyText::raw).toList()));
    return sources;
  }

  // https://docs.aws.amazon.com/kms/latest/developerguide/encrypt_context.html
  private static boolean isSource(String key) {
    return key.equals(SOURCE_ARN) || key.startsWith("kms:encryptioncontext:aws:");
  }

  /**
   * Every ARN that something of the account can have, as far as these patterns tell ARNs apart:
   * each pattern with this account in it, and one ARN that none of them means.
   */
  private static KeyFact sourceOf(String account, Set<String> patterns, Set<String> own) {
    List<Glob> arns = new ArrayList<>();
    arns.add(Glob.literal("arn:aws:any-service:any-region:" + account + ":anything"));
    for (String pattern : patterns) {
      String[] parts = pattern.split(":", ARN_PARTS);
      boolean whole = parts.length == ARN_PARTS && !pattern.contains("${");
      if (!whole || pattern.indexOf(PolicyText.UNKNOWN) >= 0) {
        arns.add(Glob.ANYTHING);
      } else if (!parts[ACCOUNT].isEmpty()) {
        parts[ACCOUNT] = account;
        arns.add(Glob.parse(String.join(":", parts)));
      } else if (!own.contains(pattern)) {
        // A bucket or a hosted zone that the stack does not declare may be anybody's.
        arns.add(Glob.parse(pattern));
      }
    }
    return new KeyFact.OneOf(arns, true);
  }

  private static boolean hasAccount(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length > ACCOUNT && !parts[ACCOUNT].isEmpty();
  }

  /** The ARNs without account of what a stack declares. */
  static Set<String> accountless(ResourceGraph graph) {
    return graph.of(Node.Kind.RESOURCE).stream()
        .flatMap(node -> node.outputs().text("arn").stream())
        .filter(arn -> !hasAccount(arn))
        .collect(Collectors.toSet());
  }
}
