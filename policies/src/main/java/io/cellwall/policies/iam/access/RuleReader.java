package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.condition.ConditionJudge;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.Truth;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PrincipalSet;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.principal.Match;
import io.cellwall.policies.iam.principal.Polarity;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Picks the statements that count.
 *
 * <p>This is where soundness lies. When everything that may be allowed is asked for, an Allow
 * counts unless it surely does not apply, and a Deny counts only if it surely does; when only what
 * surely is allowed is asked for, it is the other way round.
 *
 * @param universe the actions in question
 * @param principal who acts
 * @param facts what is known of the request
 * @param side whether all that may be allowed is asked for, or only what surely is
 */
record RuleReader(ActionUniverse universe, Principal principal, Facts facts, Polarity side) {

  /** The statements with this effect. */
  List<Rule> read(List<PolicyDocument> documents, Effect effect) {
    Polarity mine = effect == Effect.ALLOW ? side : side.opposite();
    return documents.stream()
        .flatMap(document -> document.statements().stream())
        .filter(statement -> statement.effect() == effect)
        .flatMap(statement -> rule(statement, mine).stream())
        .toList();
  }

  private Optional<Rule> rule(Statement statement, Polarity mine) {
    Match match =
        statement
            .principals()
            .map(set -> match(set, statement.effect(), mine))
            .orElse(Match.DIRECT);
    if (match == Match.NONE) {
      return Optional.empty();
    }
    Truth truth = ConditionJudge.judge(statement.conditions(), facts);
    if (mine == Polarity.OVER ? truth == Truth.NEVER : truth != Truth.ALWAYS) {
      return Optional.empty();
    }
    BitSet actions = universe.matching(statement.actions().region(mine, facts));
    return actions.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Rule(statement, actions, statement.resources().region(mine, facts), match));
  }

  /** NotPrincipal with Deny hits everybody who has a permissions boundary, listed or not. */
  private Match match(PrincipalSet set, Effect effect, Polarity mine) {
    boolean bounded = principal.boundary().isPresent() && principal.hasIdentity();
    if (effect == Effect.DENY && set.negated() && bounded) {
      return Match.DIRECT;
    }
    return set.match(principal.actor(), mine);
  }

  /** The statements that depend on what is not known of the request. */
  static Stream<Statement> open(List<PolicyDocument> documents, Facts facts) {
    return documents.stream()
        .flatMap(document -> document.statements().stream())
        .filter(
            statement -> ConditionJudge.judge(statement.conditions(), facts) == Truth.SOMETIMES);
  }
}
