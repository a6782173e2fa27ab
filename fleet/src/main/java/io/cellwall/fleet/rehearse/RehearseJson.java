package io.cellwall.fleet.rehearse;

import io.cellwall.fleet.output.JsonOutput;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A rehearsal for programs. */
final class RehearseJson {

  private RehearseJson() {}

  static ObjectNode of(List<StackRehearsal> all) {
    ObjectNode object = JsonOutput.object();
    ArrayNode stacks = object.putArray("stacks");
    for (StackRehearsal each : all) {
      ObjectNode stack = stacks.addObject();
      stack.put("stack", each.stack());
      stack.put("verdict", each.failed() ? "failed" : "pass");
      ArrayNode acts = stack.putArray("acts");
      each.acts().forEach(act -> act(acts.addObject(), act));
      ObjectNode created = stack.putObject("created");
      each.created().forEach(created::put);
    }
    return object;
  }

  private static void act(ObjectNode node, StackRehearsal.Act act) {
    node.put("name", act.name());
    node.put("milliseconds", act.outcome().time().toMillis());
    node.put("remark", act.remark());
    node.put("problem", act.problem());
    ObjectNode changes = node.putObject("changes");
    act.outcome().changes().forEach(changes::put);
    ArrayNode steps = node.putArray("steps");
    act.outcome().steps().stream()
        .filter(step -> !step.operation().equals("same") && !step.operation().equals("refresh"))
        .forEach(
            step -> steps.addObject().put("operation", step.operation()).put("urn", step.urn()));
    ArrayNode errors = node.putArray("errors");
    act.outcome().errors().forEach(errors::add);
  }
}
