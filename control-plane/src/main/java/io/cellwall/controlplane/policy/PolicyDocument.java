package io.cellwall.controlplane.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy.
 *
 * @param statements its statements
 */
public record PolicyDocument(List<Statement> statements) {

  /**
   * The most characters that a managed policy may have.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM's
   *     quotas</a>
   */
  public static final int LONGEST = 6_144;

  private static final JsonMapper JSON = new JsonMapper();

  public PolicyDocument {
    statements = List.copyOf(statements);
  }

  /** A policy of these statements. */
  public static PolicyDocument of(Statement... statements) {
    return new PolicyDocument(List.of(statements));
  }

  /** As IAM reads it. */
  public Map<String, Object> json() {
    Map<String, Object> json = new TreeMap<>();
    json.put("Version", "2012-10-17");
    json.put("Statement", statements.stream().map(Statement::json).toList());
    return json;
  }

  /** Its length as IAM counts it, which leaves white space out. */
  public int length() {
    return JSON.writeValueAsString(json()).length();
  }

  /**
   * The statements in as many managed policies as they need; one that is too long for any is cut
   * into several.
   */
  public static List<PolicyDocument> packed(List<Statement> statements) {
    List<PolicyDocument> packed = new ArrayList<>();
    List<Statement> open = new ArrayList<>();
    for (Statement statement : statements.stream().flatMap(each -> cut(each).stream()).toList()) {
      open.add(statement);
      if (new PolicyDocument(open).length() > LONGEST) {
        open.remove(open.size() - 1);
        packed.add(new PolicyDocument(open));
        open = new ArrayList<>(List.of(statement));
      }
    }
    if (!open.isEmpty()) {
      packed.add(new PolicyDocument(open));
    }
    return packed;
  }

  // Each at most half a policy, so that packing leaves little room unused.
  private static List<Statement> cut(Statement whole) {
    if (PolicyDocument.of(whole).length() <= LONGEST / 2 || whole.actions().size() < 2) {
      return List.of(whole);
    }
    int middle = whole.actions().size() / 2;
    List<String> actions = whole.actions();
    List<Statement> parts = new ArrayList<>();
    parts.addAll(cut(whole.part(whole.sid() + "A", actions.subList(0, middle))));
    parts.addAll(cut(whole.part(whole.sid() + "Z", actions.subList(middle, actions.size()))));
    return parts;
  }
}
