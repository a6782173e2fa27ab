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

  /** Levels of a finding that the engine goes on after. */
  private static final Set<String> MILD = Set.of("advisory", "warning", "disabled", "none");

  private final Consumer<Outcome.Step> watcher;
  private final SortedMap<String, Integer> changes = new TreeMap<>();
  private final List<Outcome.Step> steps = new ArrayList<>();
  private final Set<String> finished = new LinkedHashSet<>();
  private final Set<Outcome.PolicyFinding> findings = new LinkedHashSet<>();
  private final Set<String> packs = new LinkedHashSet<>();
  private final Set<String> errors = new LinkedHashSet<>();
  private volatile boolean cancelling;
  private boolean begun;

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
    // Said once policy packs and providers are there.
    begun |= event.path("preludeEvent").isObject() || event.path("resourcePreEvent").isObject();
    JsonNode metadata = event.path("resourcePreEvent").path("metadata");
    if (metadata.isObject()) {
      step(metadata);
    }
    event
        .path("summaryEvent")
        .path("resourceChanges")
        .properties()
        .forEach(each -> changes.merge(each.getKey(), each.getValue().asInt(), Integer::sum));
    event
        .path("summaryEvent")
        .path("PolicyPacks")
        .propertyNames()
        .forEach(pack -> packs.add(pack.split("\\|", 2)[0]));
    String done = event.path("resOutputsEvent").path("metadata").path("urn").asString("");
    if (!done.isEmpty()) {
      finished.add(done);
    }
    policy(event.path("policyEvent"));
    diagnostic(event.path("diagnosticEvent"));
    if (event.path("stdoutEvent").path("message").asString("").contains("received; ")) {
      cancelling = true;
    }
  }

  private void policy(JsonNode event) {
    if (event.isObject()) {
      Outcome.PolicyFinding finding =
          new Outcome.PolicyFinding(
              event.path("policyName").asString(""),
              event.path("resourceUrn").asString(""),
              uncoloured(event.path("message").asString("")),
              !MILD.contains(event.path("enforcementLevel").asString("")));
      findings.add(finding);
      // What a policy pack forbids; what it only advises is no error.
      if (finding.blocks()) {
        complain(finding.urn(), finding.policy() + ": " + finding.message());
      }
    }
  }

  // The engine marks where colours begin and end.
  private static String uncoloured(String message) {
    return message.replaceAll("<\\{%[^%]*%}>", "").strip();
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
      complain(
          diagnostic.path("urn").asString(""), uncoloured(diagnostic.path("message").asString("")));
    }
  }

  private void complain(String urn, String message) {
    String name = urn.substring(urn.lastIndexOf("::") + 1).replaceFirst("^:", "");
    errors.add((name.isEmpty() ? "" : name + ": ") + message);
  }

  SortedMap<String, Integer> changes() {
    return changes;
  }

  List<Outcome.Step> steps() {
    return steps;
  }

  Set<String> finished() {
    return finished;
  }

  List<Outcome.PolicyFinding> findings() {
    return List.copyOf(findings);
  }

  Set<String> packs() {
    return packs;
  }

  /** Whether the engine said that it begins: policy packs and providers are there. */
  boolean begun() {
    return begun;
  }

  /** Whether the engine said that it is stopping, because somebody asked it to. */
  boolean cancelling() {
    return cancelling;
  }

  List<String> errors() {
    return List.copyOf(errors);
  }
}
