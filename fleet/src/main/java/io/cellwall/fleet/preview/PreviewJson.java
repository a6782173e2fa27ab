package io.cellwall.fleet.preview;

import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A preview as programs read it. */
final class PreviewJson {

  private PreviewJson() {}

  static ObjectNode of(FleetPreview preview) {
    ObjectNode object = JsonOutput.object();
    ArrayNode stacks = object.putArray("stacks");
    preview.stacks().forEach(stack -> stacks.add(stack(stack)));
    List<Finding> all =
        Stream.concat(
                preview.inventoryFindings().stream(),
                preview.stacks().stream().flatMap(stack -> stack.findings().stream()))
            .toList();
    object.set("findings", JsonOutput.findings(all));
    ArrayNode connectors = object.putArray("connectors");
    preview
        .connectors()
        .forEach(
            pair ->
                connectors
                    .addObject()
                    .put("zone", pair.zone().value())
                    .put("primary", pair.primary().toString())
                    .put("standby", pair.standby().toString()));
    object.put("milliseconds", preview.time().toMillis());
    return object;
  }

  private static ObjectNode stack(StackPreview stack) {
    ObjectNode object = JsonOutput.plainObject();
    object
        .put("stack", stack.name())
        .put("zone", stack.program().zone())
        .put("region", stack.program().region().code())
        .put("verdict", stack.verdict())
        .put("unchanged", stack.unchanged())
        .put("milliseconds", stack.time().toMillis());
    ObjectNode resources = object.putObject("resources");
    stack.resourcesByType().forEach(resources::put);
    object.set("findings", JsonOutput.findings(stack.findings()));
    object.set("waived", JsonOutput.waived(stack.judgement().waived()));
    return object;
  }
}
