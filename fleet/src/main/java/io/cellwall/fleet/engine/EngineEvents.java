package io.cellwall.fleet.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The engine's events, one JSON object a line.
 *
 * @see <a
 *     href="https://github.com/pulumi/pulumi/blob/master/sdk/go/common/apitype/events.go">events.go</a>
 */
final class EngineEvents {

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Consumer<Outcome.Step> watcher;
  private final SortedMap<String, Integer> changes = new TreeMap<>();
  private final List<Outcome.Step> steps = new ArrayList<>();
  private final Set<String> errors = new LinkedHashSet<>();

  EngineEvents(Consumer<Outcome.Step> watcher) {
    this.watcher = watcher;
  }

  void read(String line) {
    if (!line.startsWith("{")) {
      return;
    }
    JsonNode event;
    try {
      event = JSON.readTree(line);
    } catch (JacksonException e) {
      // Words of the command line between the events.
      return;
    }
    JsonNode metadata = event.path("resourcePreEvent").path("metadata");
    if (metadata.isObject()) {
      step(metadata);
    }
    event
        .path("summaryEvent")
        .path("resourceChanges")
        .properties()
        .forEach(each -> changes.merge(each.getKey(), each.getValue().asInt(), Integer::sum));
    diagnostic(event.path("diagnosticEvent"));
    policy(event.path("policyEvent"));
  }

  private void step(JsonNode metadata) {
    List<String> properties = new ArrayList<>();
    metadata.path("diffs").forEach(each -> properties.add(each.asString()));
    Outcome.Step step =
        new Outcome.Step(
            metadata.path("op").asString(""), metadata.path("urn").asString(""), properties);
    steps.add(step);
    watcher.accept(step);
  }

  private void diagnostic(JsonNode diagnostic) {
    if (diagnostic.path("severity").asString("").equals("error")) {
      complain(diagnostic.path("urn").asString(""), diagnostic.path("message").asString(""));
    }
  }

  // What a policy pack forbids; what it only advises is no error.
  private void policy(JsonNode violation) {
    if (violation.path("enforcementLevel").asString("").equals("mandatory")) {
      complain(
          violation.path("resourceUrn").asString(""),
          violation.path("policyName").asString("")
              + ": "
              + violation.path("message").asString(""));
    }
  }

  private void complain(String urn, String message) {
    String name = urn.substring(urn.lastIndexOf("::") + 1).replaceFirst("^:", "");
    // The engine marks where colours begin and end.
    errors.add(
        (name.isEmpty() ? "" : name + ": ") + message.replaceAll("<\\{%[^%]*%}>", "").strip());
  }

  SortedMap<String, Integer> changes() {
    return changes;
  }

  List<Outcome.Step> steps() {
    return steps;
  }

  List<String> errors() {
    return List.copyOf(errors);
  }
}
