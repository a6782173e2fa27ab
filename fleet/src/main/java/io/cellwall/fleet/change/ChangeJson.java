package io.cellwall.fleet.change;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.policies.graph.change.PropertyDifference;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A change as programs read it. */
public final class ChangeJson {

  private ChangeJson() {}

  /** The object; stacks that do not change are counted only. */
  public static ObjectNode of(FleetChange change) {
    ObjectNode object = JsonOutput.plainObject();
    object.put("base", change.base());
    object.put("summary", ChangeSummary.headline(change));
    Reach reach = change.reach();
    object
        .putObject("reach")
        .put("changedCells", reach.changedCells())
        .put("cells", reach.cells())
        .put("usersAtHome", reach.atHome())
        .put("usersBehindEdges", reach.onTheWay())
        .put("users", reach.all());
    object.put("unchanged", change.stacks().size() - change.changed().size());
    ArrayNode stacks = object.putArray("stacks");
    change.changed().forEach(stack -> stacks.add(stack(stack)));
    ArrayNode groups = object.putArray("groups");
    for (ChangeGroup group : ChangeGroup.of(change.stacks())) {
      ArrayNode names = groups.addArray();
      group.stacks().forEach(each -> names.add(each.stack()));
    }
    object.set("dangers", JsonOutput.findings(change.dangers()));
    texts(object, "notes", change.notes());
    return object;
  }

  private static ObjectNode stack(StackChange stack) {
    ObjectNode object = JsonOutput.plainObject();
    object
        .put("stack", stack.stack())
        .put("zone", stack.zone())
        .put("region", stack.region())
        .put("change", stack.kind().name().toLowerCase(Locale.ROOT))
        .put("users", stack.users());
    ObjectNode source = object.putObject("source").put("file", stack.source().file());
    if (stack.source().line() > 0) {
      source.put("line", stack.source().line());
    }
    ObjectNode counts = object.putObject("counts");
    stack
        .counts()
        .forEach((action, count) -> counts.put(action.name().toLowerCase(Locale.ROOT), count));
    ArrayNode resources = object.putArray("resources");
    stack.resources().forEach(resource -> resources.add(resource(resource)));
    object.set("dangers", JsonOutput.findings(stack.dangers()));
    texts(object, "notes", stack.notes());
    return object;
  }

  private static ObjectNode resource(ResourceChange resource) {
    ObjectNode object = JsonOutput.plainObject();
    object
        .put("urn", resource.urn())
        .put("type", resource.type())
        .put("name", resource.name())
        .put("action", resource.action().name().toLowerCase(Locale.ROOT));
    ArrayNode properties = object.putArray("properties");
    for (PropertyDifference each : resource.differences()) {
      ObjectNode property = properties.addObject().put("path", each.path());
      each.before().ifPresent(was -> property.put("before", was));
      each.after().ifPresent(is -> property.put("after", is));
    }
    texts(object, "reasons", resource.reasons());
    return object;
  }

  private static void texts(ObjectNode object, String key, List<String> texts) {
    ArrayNode list = object.putArray(key);
    texts.forEach(list::add);
  }
}
