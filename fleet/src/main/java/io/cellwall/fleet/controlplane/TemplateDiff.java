package io.cellwall.fleet.controlplane;

import io.cellwall.fleet.controlplane.ResourceChange.Kind;
import io.cellwall.fleet.controlplane.ResourceChange.PropertyChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one template has and another one does not, property by property. */
final class TemplateDiff {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String RESOURCES = "Resources";
  private static final String PROPERTIES = "Properties";

  private final List<ResourceChange> changes = new ArrayList<>();

  private TemplateDiff() {}

  /**
   * The changes in the order of their ids.
   *
   * @param before a template as JSON; {@code {}} where there was none
   * @param after a template as JSON; {@code {}} where there is none any more
   */
  static List<ResourceChange> of(String before, String after) {
    TemplateDiff diff = new TemplateDiff();
    JsonNode was = JSON.readTree(before);
    JsonNode is = JSON.readTree(after);
    for (String section : keys(was, is)) {
      JsonNode old = was.path(section);
      JsonNode now = is.path(section);
      if (!old.equals(now)) {
        diff.section(section, old, now);
      }
    }
    return diff.changes;
  }

  private void section(String section, JsonNode old, JsonNode now) {
    if (!(old.isObject() || old.isMissingNode()) || !(now.isObject() || now.isMissingNode())) {
      List<PropertyChange> values = new ArrayList<>();
      compare("", "", old, now, values);
      changes.add(new ResourceChange(Kind.CHANGED, section, "", "", values));
      return;
    }
    for (String id : keys(old, now)) {
      JsonNode before = old.path(id);
      JsonNode after = now.path(id);
      if (!before.equals(after)) {
        changes.add(change(section, id, before, after));
      }
    }
  }

  private static ResourceChange change(String section, String id, JsonNode before, JsonNode after) {
    String was = before.path("Type").asString("");
    String type = section.equals(RESOURCES) ? after.path("Type").asString(was) : "";
    if (before.isMissingNode() || after.isMissingNode()) {
      Kind kind = before.isMissingNode() ? Kind.ADDED : Kind.REMOVED;
      return new ResourceChange(kind, section, id, type, List.of());
    }
    List<PropertyChange> values = new ArrayList<>();
    if (section.equals(RESOURCES) && before.isObject() && after.isObject()) {
      resource(type, before, after, values);
    } else {
      compare("", "", before, after, values);
    }
    return new ResourceChange(Kind.CHANGED, section, id, type, values);
  }

  private static void resource(
      String type, JsonNode before, JsonNode after, List<PropertyChange> values) {
    for (String key : keys(before, after)) {
      JsonNode old = before.path(key);
      JsonNode now = after.path(key);
      if (old.equals(now)) {
        continue;
      }
      if (key.equals(PROPERTIES)) {
        for (String property : keys(old, now)) {
          compare(type, property, old.path(property), now.path(property), values);
        }
      } else if (key.equals("Type")) {
        values.add(new PropertyChange(key, json(old), json(now), Effect.REPLACES));
      } else {
        // Deletion policy, metadata, dependencies: CloudFormation's own, and nothing is replaced.
        compare("", key, old, now, values);
      }
    }
  }

  private static void compare(
      String type, String path, JsonNode old, JsonNode now, List<PropertyChange> values) {
    if (old.equals(now)) {
      return;
    }
    if (old.isObject() && now.isObject()) {
      for (String key : keys(old, now)) {
        compare(
            type, path.isEmpty() ? key : path + "." + key, old.path(key), now.path(key), values);
      }
      return;
    }
    Effect effect =
        type.isEmpty() ? Effect.UPDATES : Replacements.of(type, path.split("\\.", 2)[0]);
    if (old.isArray() && now.isArray()) {
      // The order of statements and tags says nothing; which ones came and went does.
      List<String> gone = elements(old);
      List<String> come = elements(now);
      elements(now).forEach(gone::remove);
      elements(old).forEach(come::remove);
      if (!gone.isEmpty() || !come.isEmpty()) {
        gone.forEach(each -> values.add(new PropertyChange(path, each, "", effect)));
        come.forEach(each -> values.add(new PropertyChange(path, "", each, effect)));
        return;
      }
    }
    values.add(new PropertyChange(path, json(old), json(now), effect));
  }

  private static List<String> elements(JsonNode array) {
    List<String> elements = new ArrayList<>();
    array.forEach(each -> elements.add(json(each)));
    return elements;
  }

  private static String json(JsonNode node) {
    return node.isMissingNode() ? "" : JSON.writeValueAsString(node);
  }

  private static Set<String> keys(JsonNode one, JsonNode other) {
    Set<String> keys = new TreeSet<>();
    one.propertyNames().forEach(keys::add);
    other.propertyNames().forEach(keys::add);
    return keys;
  }
}
