package io.cellwall.policies.rules;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Owner;
import io.cellwall.policies.ownership.Reference;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One statement of an IAM policy.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html">elements
 *     of a policy</a>
 */
public final class PolicyStatement {

  /** Operators that a request without the key does not pass. */
  private static final Set<String> STRICT =
      Set.of("stringequals", "stringlike", "arnequals", "arnlike", "stringequalsignorecase");

  /** Keys whose value says which account or network a request comes from. */
  private static final Set<String> PINS =
      Set.of(
          "aws:principalaccount",
          "aws:principalarn",
          "aws:resourceaccount",
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "kms:calleraccount");

  private final Map<String, Value> fields;

  public PolicyStatement(Value statement) {
    this.fields = statement instanceof Value.Fields object ? object.values() : Map.of();
  }

  /** A single value or a list of them, as policies may write either. */
  public static List<Value> list(@org.jspecify.annotations.Nullable Value value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof Value.Items items ? items.values() : List.of(value);
  }

  public boolean allowsEverybody() {
    if (!new Value.Text("Allow").equals(fields.get("Effect"))) {
      return false;
    }
    Value principal = fields.get("Principal");
    return fields.containsKey("NotPrincipal")
        || isStar(principal)
        || (principal instanceof Value.Fields kinds
            && list(kinds.values().get("AWS")).stream().anyMatch(PolicyStatement::isStar));
  }

  public boolean isOnEverything() {
    return !fields.containsKey("Resource")
        || list(fields.get("Resource")).stream().anyMatch(PolicyStatement::isStar);
  }

  private static boolean isStar(@org.jspecify.annotations.Nullable Value value) {
    return new Value.Text("*").equals(value);
  }

  /** Tells whether some condition holds for requests of the stack's own account only. */
  public boolean isPinned(RuleContext context) {
    if (!(fields.get("Condition") instanceof Value.Fields operators)) {
      return false;
    }
    return operators.values().entrySet().stream()
        .filter(operator -> STRICT.contains(operator.getKey().toLowerCase(Locale.ROOT)))
        .filter(operator -> operator.getValue() instanceof Value.Fields)
        .flatMap(operator -> ((Value.Fields) operator.getValue()).values().entrySet().stream())
        .filter(condition -> PINS.contains(condition.getKey().toLowerCase(Locale.ROOT)))
        .anyMatch(
            condition -> {
              List<Value> values = list(condition.getValue());
              return !values.isEmpty()
                  && values.stream().allMatch(value -> isOurs(condition.getKey(), value, context));
            });
  }

  // A wildcard in the place of the account would let others in, so the account must be spelt out.
  private static boolean isOurs(String key, Value value, RuleContext context) {
    if (!(value instanceof Value.Text text)) {
      return false;
    }
    String account = context.home().account().value();
    if (text.value().equals(account)
        || text.value().matches("arn:[^:]*:[^:]*:[^:]*:" + account + ":.*")) {
      return true;
    }
    List<Reference> references = context.referencesIn(key, text.value());
    return !text.value().contains("*")
        && !references.isEmpty()
        && references.stream().allMatch(reference -> reference.owner() instanceof Owner.ThisStack);
  }
}
