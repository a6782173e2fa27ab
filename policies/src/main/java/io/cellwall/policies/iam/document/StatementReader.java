package io.cellwall.policies.iam.document;

import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import io.cellwall.policies.iam.principal.PrincipalReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Reads one statement. */
final class StatementReader {

  private static final Set<String> ELEMENTS =
      Set.of(
          "Sid",
          "Effect",
          "Principal",
          "NotPrincipal",
          "Action",
          "NotAction",
          "Resource",
          "NotResource",
          "Condition");
  private static final Pattern ACTION = Pattern.compile("\\*|[a-z0-9*?-]+:[a-z0-9*?-]+");

  private final PolicyParser parser;
  private final PolicyKind kind;
  private final boolean variables;
  private final ConditionReader conditions;

  StatementReader(PolicyParser parser, PolicyKind kind, boolean variables) {
    this.parser = parser;
    this.kind = kind;
    this.variables = variables;
    this.conditions = new ConditionReader(parser, variables);
  }

  /**
   * The statement; two, an Allow and a Deny that may not be there, if its effect is not known; none
   * if unreadable.
   */
  List<Statement> read(String at, JsonNode node) {
    for (String key : node.propertyNames()) {
      if (!ELEMENTS.contains(key)) {
        parser.problem(
            at + "." + key, "is no element of a statement; must be one of those in AWS's grammar");
      }
    }
    String label = parser.name() + " " + sid(at, node.path("Sid"));
    Optional<PrincipalSet> principals = principals(at, node);
    TextSet actions = actions(at, node);
    TextSet resources = resources(at, node);
    List<Condition> read = conditions.read(at + ".Condition", node.path("Condition"));
    JsonNode effect = node.path("Effect");
    if (PolicyParser.isUnknown(effect)) {
      List<Condition> unknown = new ArrayList<>(read);
      unknown.add(ConditionReader.UNKNOWN);
      return List.of(
          new Statement(label, Effect.ALLOW, principals, actions, resources, unknown),
          new Statement(label, Effect.DENY, principals, actions, resources, unknown));
    }
    String word = effect.isString() ? effect.stringValue() : "";
    if (!word.equals("Allow") && !word.equals("Deny")) {
      parser.problem(
          at + ".Effect", "is " + PolicyParser.shown(effect) + "; must be \"Allow\" or \"Deny\"");
      return List.of();
    }
    return List.of(
        new Statement(
            label,
            Effect.valueOf(word.toUpperCase(Locale.ROOT)),
            principals,
            actions,
            resources,
            read));
  }

  private String sid(String at, JsonNode sid) {
    if (!sid.isMissingNode() && !sid.isString()) {
      parser.problem(at + ".Sid", "is " + PolicyParser.kindOf(sid) + "; must be a text");
    }
    return sid.isString() && !sid.stringValue().isEmpty() ? sid.stringValue() : at;
  }

  private TextSet actions(String at, JsonNode node) {
    Optional<TextSet> set = texts(at, node, "Action", PolicyKind.Element.REQUIRED, false);
    List<PolicyText> lower = new ArrayList<>();
    for (PolicyText text : set.orElse(TextSet.ALL).texts()) {
      String action = text.raw().toLowerCase(Locale.ROOT);
      if (!text.isUnknown() && !ACTION.matcher(action).matches()) {
        parser.problem(at + ".Action", "has \"" + text + "\"; must be \"*\" or SERVICE:ACTION");
      }
      lower.add(PolicyText.plain(action));
    }
    return new TextSet(lower, set.map(TextSet::negated).orElse(false));
  }

  private TextSet resources(String at, JsonNode node) {
    TextSet set = texts(at, node, "Resource", kind.resource(), variables).orElse(TextSet.ALL);
    List<PolicyText> read = new ArrayList<>();
    for (PolicyText text : set.texts()) {
      boolean arn = text.raw().startsWith("arn:") || text.raw().startsWith("*");
      if (arn || text.isUnknown() || text.raw().startsWith("${")) {
        read.add(text);
      } else if (kind == PolicyKind.RESOURCE && text.raw().startsWith("execute-api:/")) {
        // API Gateway completes this with the API's own ARN, which the policy does not say.
        read.add(
            PolicyText.plain(
                "arn:*:execute-api:*:*:*" + text.raw().substring("execute-api:".length())));
      } else {
        parser.problem(at + ".Resource", "has \"" + text + "\"; must be \"*\" or an ARN");
      }
    }
    return new TextSet(read, set.negated());
  }

  /**
   * The element or its Not form; both, none where one is required, and one where none may be, are
   * problems.
   */
  private Optional<TextSet> texts(
      String at,
      JsonNode node,
      String element,
      PolicyKind.Element presence,
      boolean withVariables) {
    JsonNode plain = node.path(element);
    JsonNode not = node.path("Not" + element);
    if (!plausible(at, element, presence, plain, not)) {
      return Optional.empty();
    }
    boolean negated = plain.isMissingNode();
    String where = at + (negated ? ".Not" : ".") + element;
    return Optional.of(
        new TextSet(parser.texts(where, negated ? not : plain, false, withVariables), negated));
  }

  private boolean plausible(
      String at, String element, PolicyKind.Element presence, JsonNode plain, JsonNode not) {
    boolean any = !plain.isMissingNode() || !not.isMissingNode();
    if (!plain.isMissingNode() && !not.isMissingNode()) {
      parser.problem(at, "has " + element + " and Not" + element + "; must have one of them");
      return false;
    }
    if (!any && presence == PolicyKind.Element.REQUIRED) {
      parser.problem(at, "has no " + element + "; a statement must have it in " + kind.words());
    }
    if (any && presence == PolicyKind.Element.FORBIDDEN) {
      parser.problem(at, "has " + element + "; a statement must not have it in " + kind.words());
    }
    return any;
  }

  private Optional<PrincipalSet> principals(String at, JsonNode node) {
    JsonNode plain = node.path("Principal");
    JsonNode not = node.path("NotPrincipal");
    if (!plausible(at, "Principal", kind.principal(), plain, not)) {
      return Optional.empty();
    }
    boolean negated = plain.isMissingNode();
    JsonNode value = negated ? not : plain;
    String where = at + (negated ? ".NotPrincipal" : ".Principal");
    List<PrincipalPattern> patterns = new ArrayList<>();
    if (PolicyParser.isUnknown(value)) {
      patterns.add(new PrincipalPattern.Unknown());
    } else if (value.isString() && value.stringValue().equals("*")) {
      patterns.add(new PrincipalPattern.Everyone(true));
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> entry : value.properties()) {
        patterns.addAll(ofKind(where + "." + entry.getKey(), entry.getKey(), entry.getValue()));
      }
    } else {
      parser.problem(
          where,
          "is "
              + PolicyParser.shown(value)
              + "; must be \"*\" or an object of AWS, Service, Federated, CanonicalUser");
    }
    return Optional.of(new PrincipalSet(patterns, negated));
  }

  private List<PrincipalPattern> ofKind(String at, String principalKind, JsonNode node) {
    List<PrincipalPattern> patterns = new ArrayList<>();
    for (PolicyText text : parser.texts(at, node, false, false)) {
      PrincipalReader.read(principalKind, text)
          .ifPresentOrElse(
              patterns::add,
              () ->
                  parser.problem(
                      at,
                      "has \""
                          + text
                          + "\", which names no principal; must be \"*\", an account, or the full"
                          + " ARN or name of one principal"));
    }
    return patterns;
  }
}
