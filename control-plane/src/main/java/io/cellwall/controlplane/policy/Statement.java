package io.cellwall.controlplane.policy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One statement of a policy.
 *
 * @param sid what it is for, letters and digits
 * @param effect {@code Allow} or {@code Deny}
 * @param principals whom it is about, by kind; none in the policy of a principal
 * @param actions the actions, sorted
 * @param resources the ARNs; {@code *} in a key's policy is the key, elsewhere its sid says why
 * @param conditions operator to key to values
 */
public record Statement(
    String sid,
    String effect,
    SortedMap<String, List<String>> principals,
    List<String> actions,
    List<String> resources,
    SortedMap<String, SortedMap<String, List<String>>> conditions) {

  public Statement {
    principals = Collections.unmodifiableSortedMap(new TreeMap<>(principals));
    actions = actions.stream().distinct().sorted().toList();
    resources = List.copyOf(resources);
    conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
  }

  /** Allows these actions, so far on nothing. */
  public static Statement allow(String sid, String... actions) {
    return of(sid, "Allow", actions);
  }

  /** Denies these actions, so far on nothing. */
  public static Statement deny(String sid, String... actions) {
    return of(sid, "Deny", actions);
  }

  private static Statement of(String sid, String effect, String... actions) {
    return new Statement(
        sid, effect, new TreeMap<>(), Arrays.asList(actions), List.of(), new TreeMap<>());
  }

  /** The same on these. */
  public Statement on(List<String> arns) {
    return new Statement(sid, effect, principals, actions, arns, conditions);
  }

  /** The same on these. */
  public Statement on(String... arns) {
    return on(Arrays.asList(arns));
  }

  /**
   * The same about these principals.
   *
   * @param kind {@code AWS}, {@code Federated} or {@code Service}
   */
  public Statement by(String kind, String... names) {
    SortedMap<String, List<String>> more = new TreeMap<>(principals);
    more.put(kind, List.of(names));
    return new Statement(sid, effect, more, actions, resources, conditions);
  }

  /** The same under one more condition. */
  public Statement when(String operator, String key, List<String> values) {
    SortedMap<String, SortedMap<String, List<String>>> more = new TreeMap<>(conditions);
    SortedMap<String, List<String>> keys =
        new TreeMap<>(more.getOrDefault(operator, new TreeMap<>()));
    keys.put(key, List.copyOf(values));
    more.put(operator, keys);
    return new Statement(sid, effect, principals, actions, resources, more);
  }

  /** The same under one more condition. */
  public Statement when(String operator, String key, String... values) {
    return when(operator, key, List.of(values));
  }

  /** The same under another name with some of its actions. */
  Statement part(String newSid, List<String> some) {
    return new Statement(newSid, effect, principals, some, resources, conditions);
  }

  /** As IAM reads it. */
  public Map<String, Object> json() {
    Map<String, Object> json = new TreeMap<>();
    json.put("Sid", sid);
    json.put("Effect", effect);
    if (!principals.isEmpty()) {
      json.put("Principal", alone(principals));
    }
    json.put("Action", alone(actions));
    if (!resources.isEmpty()) {
      json.put("Resource", alone(resources));
    }
    if (!conditions.isEmpty()) {
      Map<String, Object> all = new TreeMap<>();
      conditions.forEach((operator, keys) -> all.put(operator, alone(keys)));
      json.put("Condition", all);
    }
    return json;
  }

  // A template has little room: one value stands without brackets, as IAM reads it too.
  private static Object alone(List<String> values) {
    return values.size() == 1 ? values.get(0) : values;
  }

  private static Map<String, Object> alone(Map<String, List<String>> values) {
    Map<String, Object> all = new TreeMap<>();
    values.forEach((key, some) -> all.put(key, alone(some)));
    return all;
  }
}
