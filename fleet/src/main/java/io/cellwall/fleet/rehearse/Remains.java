package io.cellwall.fleet.rehearse;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a state still has after everything was destroyed but what is protected. */
final class Remains {

  private Remains() {}

  /**
   * URNs of what should be gone: it is neither protected itself, nor does anything that is need it.
   *
   * @param export the state, as {@code pulumi stack export} prints it
   */
  static List<String> unneeded(String export) {
    Map<String, JsonNode> resources = new LinkedHashMap<>();
    JsonMapper.shared()
        .readTree(export)
        .path("deployment")
        .path("resources")
        .forEach(each -> resources.put(each.path("urn").asString(), each));
    Set<String> needed = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    resources.forEach(
        (urn, resource) -> {
          if (resource.path("protect").asBoolean(false)) {
            open.add(urn);
          }
        });
    while (!open.isEmpty()) {
      String urn = open.remove();
      if (needed.add(urn) && resources.containsKey(urn)) {
        open.addAll(needs(resources.get(urn)));
      }
    }
    return resources.entrySet().stream()
        .filter(each -> each.getValue().path("custom").asBoolean(false))
        .map(Map.Entry::getKey)
        .filter(urn -> !needed.contains(urn))
        .toList();
  }

  // A provider is named with its id behind: urn::id.
  private static Set<String> needs(JsonNode resource) {
    Set<String> needs = new HashSet<>();
    needs.add(resource.path("parent").asString(""));
    needs.add(resource.path("provider").asString("").replaceFirst("::[^:]*$", ""));
    needs.add(resource.path("deletedWith").asString(""));
    resource.path("dependencies").forEach(each -> needs.add(each.asString()));
    resource
        .path("propertyDependencies")
        .forEach(sources -> sources.forEach(each -> needs.add(each.asString())));
    return needs;
  }
}
