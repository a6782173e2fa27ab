package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import io.cellwall.policies.iam.principal.Actor;
import java.util.List;

/** Short ways to write what most cases are made of. */
public final class Samples {

  public static final String HOME = "111111111111";
  public static final String AWAY = "222222222222";
  public static final String ROLE = "arn:aws:iam::111111111111:role/cell-a-app";
  public static final String QUEUE = "arn:aws:sqs:eu-west-1:222222222222:cell-b-queue";
  public static final String HOME_QUEUE = "arn:aws:sqs:eu-west-1:111111111111:cell-b-queue";

  private Samples() {}

  public static Principal role(PolicyDocument... identity) {
    return Principal.of(Actor.Role.of(ROLE), identity);
  }

  /** A document of these statements, written with single quotes. */
  public static PolicyDocument policy(PolicyKind kind, String... statements) {
    String name = kind.words().substring(kind.words().indexOf(' ') + 1);
    String json = "{'Version':'2012-10-17','Statement':[" + String.join(",", statements) + "]}";
    return PolicyParser.parse(name, kind, json.replace('\'', '"'));
  }

  public static PolicyDocument identity(String... statements) {
    return policy(PolicyKind.IDENTITY, statements);
  }

  public static PolicyDocument resource(String... statements) {
    return policy(PolicyKind.RESOURCE, statements);
  }

  public static PolicyDocument trust(String... statements) {
    return policy(PolicyKind.TRUST, statements);
  }

  public static String allow(String action, String resource) {
    return "{'Effect':'Allow','Action':'" + action + "','Resource':'" + resource + "'}";
  }

  public static String deny(String action, String resource) {
    return "{'Effect':'Deny','Action':'" + action + "','Resource':'" + resource + "'}";
  }

  public static String allowWhen(String action, String resource, String condition) {
    return "{'Effect':'Allow','Action':'"
        + action
        + "','Resource':'"
        + resource
        + "','Condition':"
        + condition
        + "}";
  }

  public static String denyWhen(String action, String resource, String condition) {
    return "{'Effect':'Deny','Action':'"
        + action
        + "','Resource':'"
        + resource
        + "','Condition':"
        + condition
        + "}";
  }

  /** A statement of a resource policy; the principal as JSON. */
  public static String statement(String effect, String principal, String action) {
    return "{'Effect':'"
        + effect
        + "','Principal':"
        + principal
        + ",'Action':'"
        + action
        + "','Resource':'*'}";
  }

  public static String statementWhen(
      String effect, String principal, String action, String condition) {
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

  public static String trusting(String principal, String action) {
    return "{'Effect':'Allow','Principal':" + principal + ",'Action':'" + action + "'}";
  }

  public static String aws(String principal) {
    return "{'AWS':'" + principal + "'}";
  }

  public static AccessVerdict judge(Principal principal, Resource resource) {
    return judge(principal, "*", resource);
  }

  public static AccessVerdict judge(Principal principal, String action, Resource resource) {
    return Access.ofBundledActions()
        .between(List.of(principal), List.of(action), List.of(resource));
  }
}
