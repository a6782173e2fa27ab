package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a template declares besides its resources: parameters and mappings. */
final class Declarations {

  private final Template template;

  Declarations(Template template) {
    this.template = template;
  }

  /** A section of the template; empty where it has none. */
  Value.Fields section(String key) {
    Value found = template.document().values().getOrDefault(key, Value.Fields.none());
    if (found instanceof Value.Fields fields) {
      return fields;
    }
    throw new UnreadableGraphException(template.file(), "has \"" + key + "\" that is no object");
  }

  /** The default of a parameter; empty where it has none, or is looked up by the deployment. */
  Optional<Value> parameter(String name) {
    if (!(section("Parameters").values().get(name) instanceof Value.Fields parameter)
        || parameter.text("Type").orElse("").startsWith("AWS::SSM::")) {
      return Optional.empty();
    }
    Value value = parameter.values().get("Default");
    if (value == null) {
      return Optional.empty();
    }
    Options options = Options.of(value);
    boolean list = parameter.text("Type").filter(type -> type.contains("List")).isPresent();
    return Optional.of(
        list && options.texts().size() == 1
            ? new Value.Items(
                Arrays.stream(options.texts().get(0).split(",", -1))
                    .<Value>map(item -> new Value.Text(item.strip()))
                    .toList())
            : options.value());
  }

  /** What a mapping has under these keys: all that it has, where a key is not known. */
  Optional<Value> inMap(Options map, Options first, Options second) {
    Set<Value> found = new LinkedHashSet<>();
    for (Value.Fields outer : chosen(section("Mappings"), map)) {
      for (Value.Fields inner : chosen(outer, first)) {
        inner
            .values()
            .forEach(
                (key, value) -> {
                  if (second.open() || second.texts().contains(key)) {
                    found.add(value);
                  }
                });
      }
    }
    return found.size() > 1
        ? Optional.of(new Value.Items(List.copyOf(found)))
        : found.stream().findFirst();
  }

  private static List<Value.Fields> chosen(Value.Fields from, Options keys) {
    List<Value.Fields> chosen = new ArrayList<>();
    from.values()
        .forEach(
            (key, value) -> {
              if ((keys.open() || keys.texts().contains(key)) && value instanceof Value.Fields in) {
                chosen.add(in);
              }
            });
    return chosen;
  }
}
