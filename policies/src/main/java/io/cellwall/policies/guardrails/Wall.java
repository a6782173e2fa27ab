package io.cellwall.policies.guardrails;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One statement of a guardrail. Made in a chain of which each step returns a new one.
 *
 * @param sid the wall's name, letters and digits; the statement's id
 * @param twins ids of the rules that hold the same wall over what is declared
 * @param allows whether it lets pass rather than denies
 * @param everybody whether the statement names a principal, and then it is everybody
 * @param actions which actions, sorted
 * @param allBut whether it is about all actions but those
 * @param resources patterns of ARNs, sorted
 * @param conditions operator, key, values; all sorted; a request must meet all
 */
public record Wall(
    String sid,
    List<String> twins,
    boolean allows,
    boolean everybody,
    List<String> actions,
    boolean allBut,
    List<String> resources,
    SortedMap<String, SortedMap<String, List<String>>> conditions) {

  public Wall {
    twins = List.copyOf(twins);
    actions = actions.stream().distinct().sorted().toList();
    resources = resources.stream().distinct().sorted().toList();
    SortedMap<String, SortedMap<String, List<String>>> copy = new TreeMap<>();
    conditions.forEach(
        (operator, keys) ->
            copy.put(operator, Collections.unmodifiableSortedMap(new TreeMap<>(keys))));
    conditions = Collections.unmodifiableSortedMap(copy);
  }

  /** A wall of a service control policy: denies actions on everything. */
  static Wall deny(String sid, List<String> twins, Collection<String> actions) {
    return new Wall(
        sid, twins, false, false, List.copyOf(actions), false, List.of("*"), new TreeMap<>());
  }

  /** The same, denying all actions but these. */
  static Wall denyAllBut(String sid, List<String> twins, Collection<String> actions) {
    return new Wall(
        sid, twins, false, false, List.copyOf(actions), true, List.of("*"), new TreeMap<>());
  }

  /** A door of an endpoint: lets everybody do these actions on everything. */
  static Wall allow(String sid, List<String> twins, Collection<String> actions) {
    return new Wall(
        sid, twins, true, true, List.copyOf(actions), false, List.of("*"), new TreeMap<>());
  }

  /** The same about everybody, as a resource's side has to say. */
  Wall forEverybody() {
    return new Wall(sid, twins, allows, true, actions, allBut, resources, conditions);
  }

  /** The same about these resources only. */
  Wall on(String... arns) {
    return new Wall(sid, twins, allows, everybody, actions, allBut, List.of(arns), conditions);
  }

  /** The same under one more condition. */
  Wall when(String operator, String key, Collection<String> values) {
    SortedMap<String, SortedMap<String, List<String>>> all = new TreeMap<>(conditions);
    SortedMap<String, List<String>> keys =
        new TreeMap<>(all.getOrDefault(operator, new TreeMap<>()));
    keys.put(key, values.stream().distinct().sorted().toList());
    all.put(operator, keys);
    return new Wall(sid, twins, allows, everybody, actions, allBut, resources, all);
  }

  /** The same under one more condition. */
  Wall when(String operator, String key, String value) {
    return when(operator, key, List.of(value));
  }

  /** The statement as JSON's kinds, in the order in which AWS's pages write it. */
  Map<String, Object> statement() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Sid", sid);
    json.put("Effect", allows ? "Allow" : "Deny");
    if (everybody) {
      json.put("Principal", "*");
    }
    json.put(allBut ? "NotAction" : "Action", actions);
    json.put("Resource", resources);
    if (!conditions.isEmpty()) {
      json.put("Condition", conditions);
    }
    return json;
  }
}
