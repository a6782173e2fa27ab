package io.cellwall.policies.rules.identity;

import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.document.TextSet;
import io.cellwall.policies.iam.glob.ArnParts;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Polarity;
import io.cellwall.policies.ownership.Home;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;

/**
 * How far the resources of a statement reach: whether a pattern among them takes in what another
 * account has.
 */
final class Reach {

  private static final ActionCatalogue ACTIONS = ActionCatalogue.bundled();
  private static final int ACCOUNT = 4;
  private static final int RESOURCE = 5;

  /**
   * Metrics are the caller's own; the data set that the reference names beside them can be left
   * out.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/iam-cw-condition-keys-namespace.html">Condition
   *     keys to limit access to namespaces</a>
   */
  private static final Set<String> METRICS =
      Set.of("cloudwatch:PutMetricData", "cloudwatch:GetMetricData", "cloudwatch:ListMetrics");

  /** Its ARNs have no account, and what they name is always the caller's. */
  private static final String OWN_ALWAYS = "apigateway";

  /** What stands before the name in ARNs without an account; a bucket has nothing there. */
  private static final Set<String> KINDS =
      Set.of(
          "hostedzone",
          "change",
          "healthcheck",
          "delegationset",
          "trafficpolicy",
          "trafficpolicyinstance",
          "cidrcollection",
          "queryloggingconfig");

  private final Home home;
  private final PolicyText.Variables known;

  Reach(Home home) {
    this.home = home;
    String account = home.account().value();
    this.known =
        key ->
            key.equalsIgnoreCase("aws:PrincipalAccount") ? Optional.of(account) : Optional.empty();
  }

  /** The actions that the statement is about. The result may be changed. */
  static BitSet actions(TextSet actions, Polarity polarity) {
    return (BitSet) ACTIONS.matching(actions.region(polarity, PolicyText.Variables.NONE)).clone();
  }

  /** The first of the actions, and how many more there are, for people to read. */
  static String shown(BitSet actions) {
    String first = ACTIONS.actions().get(actions.nextSetBit(0)).toString();
    return actions.cardinality() == 1
        ? first
        : first + " and " + (actions.cardinality() - 1) + " more actions";
  }

  /** Those of the actions that act on something beyond the account by this pattern. */
  BitSet beyond(PolicyText resource, BitSet actions) {
    Glob pattern = resource.widest(known, true);
    BitSet acting = (BitSet) actions.clone();
    if (resource.isUnknown() || !mayLeave(pattern)) {
      acting.clear();
      return acting;
    }
    acting.and(ACTIONS.actingOn(pattern));
    for (int i = acting.nextSetBit(0); i >= 0; i = acting.nextSetBit(i + 1)) {
      acting.set(i, !METRICS.contains(ACTIONS.actions().get(i).toString()));
    }
    return acting;
  }

  /** The whole account's, or every account's: nothing but the kind of resource is said. */
  boolean isEvery(PolicyText resource, String kind) {
    Glob pattern = resource.widest(known, true);
    Glob every =
        Glob.parse(
            "arn:" + home.regions().get(0).partition() + ":" + kind.formatted(home.account()));
    return !resource.isUnknown() && pattern.covers(every);
  }

  private boolean mayLeave(Glob pattern) {
    if (pattern.isLiteral()) {
      return false;
    }
    Optional<Glob[]> split = ArnParts.split(pattern);
    if (split.isEmpty()) {
      return true;
    }
    Glob[] parts = split.get();
    if (parts[ACCOUNT].length() > 0) {
      return !parts[ACCOUNT].isLiteral();
    }
    return !parts[2].toString().equals(OWN_ALWAYS) && mayLeaveByName(parts[RESOURCE].toString());
  }

  // Without an account only the name says whose it is: up to the first wildcard it must be the
  // stack's, or it must be the name of one resource, which is another rule's to judge.
  private boolean mayLeaveByName(String resource) {
    int wild = firstWildcard(resource);
    String fixed = resource.substring(0, wild);
    if (fixed.contains(home.stack().value()) || fixed.contains(home.account().value())) {
      return false;
    }
    int slash = resource.indexOf('/');
    boolean bucket = slash < 0 || !KINDS.contains(resource.substring(0, slash));
    int name = bucket ? slash : resource.indexOf('/', slash + 1);
    return name < 0 || wild < name;
  }

  // As IAM writes it: a wildcard that stands for itself is ${*} and none.
  private static int firstWildcard(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '*' || text.charAt(i) == '?') {
        return i;
      }
    }
    return text.length();
  }
}
