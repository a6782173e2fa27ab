package io.cellwall.wiring.policy;

import com.fasterxml.jackson.annotation.JsonValue;
import io.cellwall.wiring.Arn;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One statement of a policy. Made in a chain of which each step returns a new statement:
 *
 * <pre>{@code
 * Statement.allow("WriteFlowLogs").actions("logs:PutLogEvents").on(logGroupArn)
 * }</pre>
 *
 * @param sid letters and digits, unique in its policy
 * @param effect allow or deny
 * @param principal whom it is about; empty in policies that are attached to a principal
 * @param actions the actions, or with {@code allBut} those that it is not about; sorted
 * @param allBut whether it is about all actions but those listed ({@code NotAction})
 * @param resources ARNs, patterns of ARNs or {@code *}; empty in trust policies only
 * @param conditions operator, key, values; all sorted
 */
public record Statement(
    String sid,
    Effect effect,
    Optional<Principal> principal,
    List<String> actions,
    boolean allBut,
    List<String> resources,
    SortedMap<String, SortedMap<String, List<String>>> conditions) {

  /** What a statement does. */
  public enum Effect {
    ALLOW("Allow"),
    DENY("Deny");

    private final String json;

    Effect(String json) {
      this.json = json;
    }
  }

  // IAM admits letters and digits only:
  // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_sid.html
  private static final Pattern SID = Pattern.compile("[A-Za-z0-9]+");

  public Statement {
    if (!SID.matcher(sid).matches()) {
      throw new IllegalArgumentException(
          "\"" + sid + "\" is not a statement id: letters and digits only");
    }
    actions = actions.stream().distinct().sorted().toList();
    resources = resources.stream().distinct().sorted().toList();
    SortedMap<String, SortedMap<String, List<String>>> copy = new TreeMap<>();
    conditions.forEach(
        (operator, keys) ->
            copy.put(operator, Collections.unmodifiableSortedMap(new TreeMap<>(keys))));
    conditions = Collections.unmodifiableSortedMap(copy);
  }

  /** A statement that allows nothing yet. */
  public static Statement allow(String sid) {
    return empty(sid, Effect.ALLOW);
  }

  /** A statement that denies nothing yet. */
  public static Statement deny(String sid) {
    return empty(sid, Effect.DENY);
  }

  private static Statement empty(String sid, Effect effect) {
    return new Statement(
        sid, effect, Optional.empty(), List.of(), false, List.of(), new TreeMap<>());
  }

  /** The same, about this principal. */
  public Statement by(Principal whom) {
    return new Statement(sid, effect, Optional.of(whom), actions, allBut, resources, conditions);
  }

  /** The same, about these actions. */
  public Statement actions(String... names) {
    return new Statement(sid, effect, principal, List.of(names), false, resources, conditions);
  }

  /** The same, about all actions but these. */
  public Statement allActionsBut(Collection<String> names) {
    return new Statement(sid, effect, principal, List.copyOf(names), true, resources, conditions);
  }

  /** The same, about these resources too. */
  public Statement on(Arn... arns) {
    List<String> all = new ArrayList<>(resources);
    for (Arn arn : arns) {
      all.add(arn.toString());
    }
    return new Statement(sid, effect, principal, actions, allBut, all, conditions);
  }

  /** The same, about one more resource, whose ARN AWS has made up. */
  public Statement on(String arn) {
    List<String> all = new ArrayList<>(resources);
    all.add(arn);
    return new Statement(sid, effect, principal, actions, allBut, all, conditions);
  }

  /**
   * The same, about every resource. In the policy of a key or of an endpoint that means: the one
   * that has the policy, or what is reached through it.
   */
  public Statement onEverything() {
    return new Statement(sid, effect, principal, actions, allBut, List.of("*"), conditions);
  }

  /**
   * The same, under one more condition: {@code when("StringEquals", "aws:PrincipalAccount", id)}.
   */
  public Statement when(String operator, String key, String... values) {
    return when(operator, key, List.of(values));
  }

  /** The same, under one more condition. */
  public Statement when(String operator, String key, List<String> values) {
    SortedMap<String, SortedMap<String, List<String>>> all = new TreeMap<>(conditions);
    SortedMap<String, List<String>> keys =
        new TreeMap<>(all.getOrDefault(operator, new TreeMap<>()));
    if (keys.put(key, values.stream().distinct().sorted().toList()) != null) {
      throw new IllegalArgumentException(
          "statement %s has two conditions %s on %s".formatted(sid, operator, key));
    }
    all.put(operator, keys);
    return new Statement(sid, effect, principal, actions, allBut, resources, all);
  }

  /** The statement as JSON's kinds, in the order in which AWS's pages write it. */
  @JsonValue
  Map<String, Object> json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Sid", sid);
    json.put("Effect", effect.json);
    principal.ifPresent(whom -> json.put("Principal", whom.json()));
    json.put(allBut ? "NotAction" : "Action", actions);
    if (!resources.isEmpty()) {
      json.put("Resource", resources);
    }
    if (!conditions.isEmpty()) {
      json.put("Condition", conditions);
    }
    return json;
  }
}
