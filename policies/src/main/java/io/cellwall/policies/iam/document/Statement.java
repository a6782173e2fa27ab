package io.cellwall.policies.iam.document;

import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.List;
import java.util.Optional;

/**
 * One statement of a policy document.
 *
 * @param label for people to read: the document's name with the statement's id or number
 * @param effect what it does
 * @param principals whom it names; empty where the kind of policy has none
 * @param actions in lower case, as AWS compares them without case
 * @param resources everything where the element is left out
 * @param conditions all must hold
 */
public record Statement(
    String label,
    Effect effect,
    Optional<PrincipalSet> principals,
    TextSet actions,
    TextSet resources,
    List<Condition> conditions) {

  public Statement {
    conditions = List.copyOf(conditions);
  }

  /** A statement that allows everything to everyone. */
  public static Statement allowingAll(String label) {
    return new Statement(
        label, Effect.ALLOW, Optional.empty(), TextSet.ALL, TextSet.ALL, List.of());
  }

  /** Tells whether something in it is not known yet. */
  public boolean hasUnknown() {
    return actions.texts().stream().anyMatch(PolicyText::isUnknown)
        || resources.texts().stream().anyMatch(PolicyText::isUnknown)
        || conditions.stream().anyMatch(Condition::hasUnknown)
        || principals.stream()
            .flatMap(set -> set.patterns().stream())
            .anyMatch(
                io.cellwall.policies.iam.principal.PrincipalPattern.Unknown.class::isInstance);
  }
}
