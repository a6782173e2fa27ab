package io.cellwall.policies.iam.document;

import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Condition.Quantifier;
import io.cellwall.policies.iam.condition.ConditionValues;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads a statement's Condition. */
final class ConditionReader {

  /** A condition of which nothing is known. */
  static final Condition UNKNOWN =
      new Condition(
          Operator.STRING_LIKE,
          Quantifier.NONE,
          false,
          "unknown",
          List.of(PolicyText.plain(String.valueOf(PolicyText.UNKNOWN))));

  private static final String IF_EXISTS = "IfExists";

  private final PolicyParser parser;
  private final boolean variables;

  ConditionReader(PolicyParser parser, boolean variables) {
    this.parser = parser;
    this.variables = variables;
  }

  List<Condition> read(String at, JsonNode node) {
    if (node.isMissingNode()) {
      return List.of();
    }
    if (PolicyParser.isUnknown(node)) {
      return List.of(UNKNOWN);
    }
    if (!node.isObject()) {
      parser.problem(at, "is " + PolicyParser.kindOf(node) + "; must be an object of operators");
      return List.of();
    }
    List<Condition> conditions = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      ofOperator(at + "." + entry.getKey(), entry.getKey(), entry.getValue(), conditions);
    }
    return conditions;
  }

  private void ofOperator(String at, String word, JsonNode node, List<Condition> into) {
    Quantifier quantifier = Quantifier.NONE;
    String rest = word;
    for (Quantifier each : Quantifier.values()) {
      if (each != Quantifier.NONE && word.startsWith(each.prefix())) {
        quantifier = each;
        rest = word.substring(each.prefix().length());
      }
    }
    boolean ifExists = rest.endsWith(IF_EXISTS);
    String plain = ifExists ? rest.substring(0, rest.length() - IF_EXISTS.length()) : rest;
    Optional<Operator> operator = Operator.named(plain);
    if (operator.isEmpty() || (operator.get() == Operator.NULL && !plain.equals(word))) {
      parser.problem(at, "is no condition operator; must be one of IAM's");
      into.add(UNKNOWN);
    } else if (PolicyParser.isUnknown(node)) {
      into.add(UNKNOWN);
    } else if (!node.isObject()) {
      parser.problem(
          at, "is " + PolicyParser.kindOf(node) + "; must be an object of condition keys");
      into.add(UNKNOWN);
    } else {
      for (Map.Entry<String, JsonNode> entry : node.properties()) {
        into.add(
            new Condition(
                operator.get(),
                quantifier,
                ifExists,
                entry.getKey(),
                values(at + "." + entry.getKey(), operator.get(), entry.getValue())));
      }
    }
  }

  private List<PolicyText> values(String at, Operator operator, JsonNode node) {
    List<PolicyText> values = parser.texts(at, node, true, variables);
    for (PolicyText value : values) {
      if (!value.isUnknown()
          && value.variableKeys().isEmpty()
          && !ConditionValues.isValid(operator, value.raw())) {
        parser.problem(at, "has \"" + value + "\"; must be " + ConditionValues.expected(operator));
      }
    }
    return values;
  }
}
