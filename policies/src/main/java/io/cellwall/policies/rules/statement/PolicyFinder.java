package io.cellwall.policies.rules.statement;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import io.cellwall.policies.iam.document.PolicyProblem;
import io.cellwall.policies.ownership.NodeTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the policy documents in a node's inputs: JSON inside texts, at any depth, and objects.
 *
 * <p>What begins like a document and cannot be read is one too, with a problem: it is not passed
 * over.
 */
public final class PolicyFinder {

  private static final String STATEMENT = "Statement";
  private static final Set<String> OF_IDENTITIES =
      Set.of(
          "aws:iam/policy:Policy",
          "aws:iam/rolePolicy:RolePolicy",
          "aws:iam/userPolicy:UserPolicy",
          "aws:iam/groupPolicy:GroupPolicy",
          "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy");

  private final Node node;
  private final NodeTexts texts;
  private final List<HeldPolicy> found = new ArrayList<>();

  private PolicyFinder(NodeTexts texts) {
    this.node = texts.node();
    this.texts = texts;
  }

  /** The documents of a node, in the order of its properties. */
  public static List<HeldPolicy> of(Node node) {
    return of(new NodeTexts(node));
  }

  /** The documents of a node of which others look at the texts too. */
  public static List<HeldPolicy> of(NodeTexts texts) {
    PolicyFinder finder = new PolicyFinder(texts);
    finder.node.inputs().values().forEach((key, value) -> finder.look(key, value, false, false));
    return List.copyOf(finder.found);
  }

  // Beside an unknown, a text has marks where its unknown parts stand.
  private void look(String path, Value value, boolean secret, boolean holes) {
    if (value instanceof Value.Secret hidden) {
      look(path, hidden.bare(), true, holes);
    } else if (value instanceof Value.Text text) {
      text(path, text.value(), secret, holes);
    } else if (value instanceof Value.Items items) {
      boolean marked = items.values().stream().anyMatch(Value.Unknown.class::isInstance);
      for (int i = 0; i < items.values().size(); i++) {
        look(path + "[" + i + "]", items.values().get(i), secret, marked);
      }
    } else if (value instanceof Value.Fields fields) {
      if (isDocument(fields)) {
        read(path, fields, secret, holes);
      } else {
        fields.values().forEach((key, field) -> look(path + "." + key, field, secret, holes));
      }
    }
  }

  private static boolean isDocument(Value.Fields fields) {
    Value statement = fields.values().get(STATEMENT);
    return statement instanceof Value.Unknown
        || statements(statement).stream()
            .anyMatch(
                each ->
                    each instanceof Value.Fields object
                        && (object.values().containsKey("Effect")
                            || object.values().containsKey("Action")));
  }

  private static List<Value> statements(@Nullable Value value) {
    if (value == null) {
      return List.of();
    }
    return value instanceof Value.Items items ? items.values() : List.of(value);
  }

  private void text(String path, String text, boolean secret, boolean holes) {
    if (!text.contains("\"" + STATEMENT + "\"") || !text.stripLeading().startsWith("{")) {
      return;
    }
    if (text.length() > PolicyParser.MAX_LENGTH) {
      unreadable(path, secret, "is longer than any policy that AWS takes");
      return;
    }
    Optional<Value> document = texts.document(text);
    document.ifPresentOrElse(
        value -> look(path, value, secret, holes),
        () -> unreadable(path, secret, "is not JSON that can be read"));
  }

  private void unreadable(String path, boolean secret, String message) {
    found.add(
        new HeldPolicy(
            path,
            PolicyKind.RESOURCE,
            secret,
            List.of(),
            List.of(new PolicyProblem(path, "document", message))));
  }

  private void read(String path, Value.Fields document, boolean secret, boolean holes) {
    Value all = document.values().get(STATEMENT);
    PolicyKind kind = kind(path, all);
    List<HeldPolicy.Placed> placed = new ArrayList<>();
    List<PolicyProblem> problems = new ArrayList<>();
    List<Value> statements = statements(all);
    for (int i = 0; i < statements.size(); i++) {
      String at = path + "." + STATEMENT + (all instanceof Value.Items ? "[" + i + "]" : "");
      ObjectNode one = PolicyJson.object(document, STATEMENT, holes);
      one.set(STATEMENT, PolicyJson.of(statements.get(i), "", holes));
      PolicyDocument read = PolicyParser.parse(at, kind, one);
      read.statements().forEach(each -> placed.add(new HeldPolicy.Placed(at, each)));
      problems.addAll(read.problems());
    }
    found.add(new HeldPolicy(path, kind, secret, placed, problems));
  }

  private PolicyKind kind(String path, @Nullable Value statements) {
    String key = path.substring(path.lastIndexOf('.') + 1);
    if (key.startsWith("assumeRolePolicy") || key.equals("trustPolicy")) {
      return PolicyKind.TRUST;
    }
    if (node.type().equals("aws:organizations/policy:Policy")) {
      return PolicyKind.SERVICE_CONTROL;
    }
    boolean named =
        statements(statements).stream()
            .anyMatch(
                each ->
                    each instanceof Value.Fields object
                        && (object.values().containsKey("Principal")
                            || object.values().containsKey("NotPrincipal")));
    boolean identity = OF_IDENTITIES.contains(node.type()) || path.startsWith("inlinePolicies");
    return named && !identity ? PolicyKind.RESOURCE : PolicyKind.IDENTITY;
  }
}
