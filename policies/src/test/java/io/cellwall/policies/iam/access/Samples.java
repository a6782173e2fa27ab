package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import io.cellwall.policies.iam.principal.Actor;
import java.util.List;

/** Short ways to write what most cases are made of. */
final class Samples {

  static final String HOME = "111111111111";
  static final String AWAY = "222222222222";
  static final String ROLE = "arn:aws:iam::111111111111:role/cell-a-app";
  static final String QUEUE = "arn:aws:sqs:eu-west-1:222222222222:cell-b-queue";
  static final String HOME_QUEUE = "arn:aws:sqs:eu-west-1:111111111111:cell-b-queue";

  private Samples() {}

  static Principal role(PolicyDocument... identity) {
    return Principal.of(Actor.Role.of(ROLE), identity);
  }

  /** A document of these statements, written with single quotes. */
  static PolicyDocument policy(PolicyKind kind, String... statements) {
    String name = kind.words();
    String json = "{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}";
    return PolicyParser.parse(name, kind, json.replace('\'', '"'));
  }

  static PolicyDocument identity(String... statements) {
    return policy(PolicyKind.IDENTITY, statements);
  }

  static PolicyDocument resource(String... statements) {
    return policy(PolicyKind.RESOURCE, statements);
  }

  static PolicyDocument trust(String... statements) {
    return policy(PolicyKind.TRUST, statements);
  }

  static String allow(String action, String resource) {
    return "{'Effect':'Allow','Action':'" + action + "','Resource':'" + resource + "'}";
  }

  static String deny(String action, String resource) {
    return "{'Effect':'Deny','Action':'" + action + "','Resource':'" + resource + "'}";
  }

  static String allowWhen(String action, String resource, String condition) {
    return "{'Effect':'Allow','Action':'"
        + action
        + "','Resource':'"
        + resource
        + "','Condition':"
        + condition
        + "}";
  }

  static String denyWhen(String action, String resource, String condition) {
    return "{'Effect':'Deny','Action':'"
        + action
        + "','Resource':'"
        + resource
        + "','Condition':"
        + condition
        + "}";
  }

  /** A statement of a resource policy; the principal as JSON. */
  static String statement(String effect, String principal, String action) {
    return "{'Effect':'"
        + effect
        + "','Principal':"
        + principal
        + ",'Action':'"
        + action
        + "','Resource':'*'}";
  }

  static String statementWhen(String effect, String principal, String action, String condition) {
    return "{'Effect':'"
        + effect
        + "','Principal':"
        + principal
        + ",'Action':'"
        + action
        + "','Resource':'*','Condition':"
        + condition
        + "}";
  }

  static String trusting(String principal, String action) {
    return "{'Effect':'Allow','Principal':" + principal + ",'Action':'" + action + "'}";
  }

  static String aws(String principal) {
    return "{'AWS':'" + principal + "'}";
  }

  static AccessVerdict judge(Principal principal, Resource resource) {
    return judge(principal, "*", resource);
  }

  static AccessVerdict judge(Principal principal, String action, Resource resource) {
    return Access.ofBundledActions()
        .between(List.of(principal), List.of(action), List.of(resource));
  }
}
