package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes what lets somebody in without a policy document as the document that would. */
final class GrantReader {

  /** ACLs that let in somebody else than the owner and AWS's own log delivery. */
  private static final Set<String> OPEN_ACLS =
      Set.of("public-read", "public-read-write", "authenticated-read", "aws-exec-read");

  private GrantReader() {}

  /** The grant that a node of this shape is. */
  static PolicyDocument read(PolicyPlace place, Node node, GrantTable.Grant grant) {
    List<String> principals = new ArrayList<>();
    grant.principals().forEach(property -> principals.addAll(Texts.of(node, property)));
    List<String> actions = new ArrayList<>();
    for (String action : grant.actions()) {
      if (action.contains("*")) {
        actions.add(action);
      } else {
        Texts.of(node, action).forEach(each -> actions.add(grant.prefix() + each));
      }
    }
    return document(
        place, principals, actions.isEmpty() ? List.of("*") : actions, conditions(node));
  }

  /** What an access control list lets in; empty if nobody else. */
  static Optional<PolicyDocument> ofAcl(PolicyPlace place, Node node) {
    List<String> principals = new ArrayList<>();
    Texts.of(node, "acl").stream()
        .filter(acl -> acl.equals(Texts.UNKNOWN) || OPEN_ACLS.contains(acl))
        .forEach(acl -> principals.add(acl.equals(Texts.UNKNOWN) ? acl : "*"));
    for (String property : List.of("grants", "accessControlPolicy")) {
      Value grants = node.inputs().values().get(property);
      if (grants != null) {
        grants.walk(property, false, new Grantees(principals));
      }
    }
    return principals.isEmpty()
        ? Optional.empty()
        : Optional.of(document(place, principals, List.of("s3:*"), none()));
  }

  /** Groups are everybody, ids are somebody; the owner itself is named by its id too. */
  private record Grantees(List<String> principals) implements Value.Visitor {
    @Override
    public void text(String path, String text, boolean secret) {
      if (path.endsWith(".uri")) {
        principals.add(text.endsWith("/LogDelivery") ? "logging.s3.amazonaws.com" : "*");
      } else if (path.endsWith(".id") && !path.contains("owner")) {
        principals.add(Texts.UNKNOWN);
      }
    }

    @Override
    public void unknown(String path) {
      principals.add(Texts.UNKNOWN);
    }
  }

  private static PolicyDocument document(
      PolicyPlace place, List<String> principals, List<String> actions, ObjectNode conditions) {
    ObjectNode document = none().put("Version", "2012-10-17");
    ArrayNode statements = document.putArray("Statement");
    for (String principal : principals) {
      ObjectNode statement = statements.addObject().put("Effect", "Allow");
      principal(statement, principal);
      ArrayNode names = statement.putArray("Action");
      actions.forEach(names::add);
      statement.put("Resource", "*");
      if (!conditions.isEmpty()) {
        statement.set("Condition", conditions);
      }
    }
    return PolicyParser.parse(place.document(), PolicyKind.RESOURCE, document);
  }

  private static void principal(ObjectNode statement, String text) {
    if (text.equals(Texts.UNKNOWN) || text.matches("[0-9]{12}|arn:[^:]*:(iam|sts):.*")) {
      statement.putObject("Principal").put("AWS", text);
    } else if (text.endsWith(".amazonaws.com")) {
      statement.putObject("Principal").put("Service", text);
    } else {
      // Everybody, a public group, an organization: more than one account.
      statement.put("Principal", "*");
    }
  }

  // Of lambda/permission and cloudwatch/eventPermission.
  private static ObjectNode conditions(Node node) {
    ObjectNode conditions = none();
    condition(conditions, node, "sourceAccount", "StringEquals", "aws:SourceAccount");
    condition(conditions, node, "sourceArn", "ArnLike", "aws:SourceArn");
    condition(conditions, node, "principalOrgId", "StringEquals", "aws:PrincipalOrgID");
    return conditions;
  }

  private static void condition(
      ObjectNode conditions, Node node, String property, String operator, String key) {
    for (String text : Texts.of(node, property)) {
      ObjectNode of =
          conditions.get(operator) instanceof ObjectNode known
              ? known
              : conditions.putObject(operator);
      of.put(key, text);
    }
  }

  private static ObjectNode none() {
    return JsonNodeFactory.instance.objectNode();
  }
}
