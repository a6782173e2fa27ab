package io.cellwall.policies.iam.document;

import io.cellwall.policies.iam.principal.Actor;
import io.cellwall.policies.iam.principal.Match;
import io.cellwall.policies.iam.principal.Polarity;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import java.util.List;

/**
 * The values of Principal or NotPrincipal.
 *
 * @param patterns the values
 * @param negated whether it is NotPrincipal
 */
public record PrincipalSet(List<PrincipalPattern> patterns, boolean negated) {

  public PrincipalSet {
    patterns = List.copyOf(patterns);
  }

  /** How it names the actor. NotPrincipal names, directly, whoever is in none of its values. */
  public Match match(Actor actor, Polarity polarity) {
    Polarity side = negated ? polarity.opposite() : polarity;
    Match listed =
        patterns.stream().map(pattern -> pattern.match(actor, side)).reduce(Match.NONE, Match::or);
    if (!negated) {
      return listed;
    }
    return listed == Match.NONE ? Match.DIRECT : Match.NONE;
  }
}
