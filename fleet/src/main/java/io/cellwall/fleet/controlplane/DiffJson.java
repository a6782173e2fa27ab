package io.cellwall.fleet.controlplane;

import io.cellwall.fleet.controlplane.ResourceChange.PropertyChange;
import io.cellwall.fleet.output.JsonOutput;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Changes as programs read them. */
final class DiffJson {

  private DiffJson() {}

  static ObjectNode of(SortedMap<String, List<ResourceChange>> changes) {
    ObjectNode object = JsonOutput.object();
    ArrayNode stacks = object.putArray("stacks");
    changes.forEach(
        (stack, all) -> {
          ArrayNode array = stacks.addObject().put("stack", stack).putArray("changes");
          all.forEach(change -> add(array.addObject(), change));
        });
    return object;
  }

  private static void add(ObjectNode node, ResourceChange change) {
    node.put("kind", lower(change.kind()))
        .put("section", change.section())
        .put("id", change.id())
        .put("type", change.type())
        .put("replaces", change.replaces())
        .put("access", change.isAccess());
    ArrayNode properties = node.putArray("properties");
    for (PropertyChange each : change.properties()) {
      properties
          .addObject()
          .put("path", each.path())
          .put("before", each.before())
          .put("after", each.after())
          .put("effect", lower(each.effect()));
    }
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
