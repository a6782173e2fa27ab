package io.cellwall.wiring.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * A policy as AWS takes it. The same statements always give the same text.
 *
 * <p>What a plan cannot know, such as the ARN of a key, comes in when it is there: {@code
 * Tied.to(key, key.arn()).applyValue(arn -> document.with(statementAbout(arn)).json())}.
 *
 * @param statements one or more, in order, each with an id of its own
 */
public record PolicyDocument(List<Statement> statements) {

  private static final JsonMapper JSON = new JsonMapper();

  public PolicyDocument {
    statements = List.copyOf(statements);
    if (statements.isEmpty()) {
      throw new IllegalArgumentException("a policy needs a statement");
    }
    Set<String> seen = new HashSet<>();
    for (Statement statement : statements) {
      if (!seen.add(statement.sid())) {
        throw new IllegalArgumentException(
            "two statements of a policy are called " + statement.sid());
      }
      if (statement.actions().isEmpty()) {
        throw new IllegalArgumentException("statement " + statement.sid() + " names no action");
      }
      if (statement.principal().isEmpty() && statement.resources().isEmpty()) {
        throw new IllegalArgumentException(
            "statement " + statement.sid() + " names neither a principal nor a resource");
      }
    }
  }

  /** A policy of these statements. */
  public static PolicyDocument of(Statement... statements) {
    return new PolicyDocument(List.of(statements));
  }

  /** This policy with one more statement. */
  public PolicyDocument with(Statement statement) {
    List<Statement> all = new ArrayList<>(statements);
    all.add(statement);
    return new PolicyDocument(all);
  }

  /** This policy with more statements. */
  public PolicyDocument with(List<Statement> more) {
    List<Statement> all = new ArrayList<>(statements);
    all.addAll(more);
    return new PolicyDocument(all);
  }

  /** The policy's text. */
  public String json() {
    return JSON.writeValueAsString(document());
  }

  @JsonValue
  Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("Version", "2012-10-17");
    document.put("Statement", statements.stream().map(Statement::json).toList());
    return document;
  }
}
