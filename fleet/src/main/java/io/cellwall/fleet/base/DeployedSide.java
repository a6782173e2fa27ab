package io.cellwall.fleet.base;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Makes the graph of a deployed stack and the one that is planned comparable.
 *
 * <p>They differ in what nobody changed: AWS made up other ids than the plan did, secrets are
 * encrypted, what was not known is known, and the engine keeps its own of a provider. So ids of the
 * plan become those of the state, a value that is not known yet counts as the one that is there,
 * and of each resource only inputs and what guards it are compared.
 *
 * @param deployed the state
 * @param planned the plan, in words of the state
 */
public record DeployedSide(ResourceGraph deployed, ResourceGraph planned) {

  /** The shortest made-up name that is looked for inside texts, in characters. */
  private static final int SHORTEST = 8;

  /** What the engine adds to a provider's inputs. */
  private static final Set<String> OF_THE_ENGINE =
      Set.of("version", "pluginDownloadURL", "internal");

  /** The two sides of one stack. */
  public static DeployedSide of(ResourceGraph deployed, ResourceGraph planned) {
    Map<String, String> names = names(deployed, planned);
    List<Node> was = new ArrayList<>();
    List<Node> is = new ArrayList<>();
    for (Node node : planned.nodes()) {
      Optional<Node> there = deployed.find(node.urn());
      Value inputs = renamed(node.inputs(), names);
      is.add(
          there
              .map(each -> node.with((Value.Fields) known(inputs, each.inputs())))
              .orElse(node.with((Value.Fields) inputs)));
      there.ifPresent(each -> was.add(comparable(node, each)));
    }
    deployed.nodes().stream().filter(node -> planned.find(node.urn()).isEmpty()).forEach(was::add);
    return new DeployedSide(
        new ResourceGraph(planned.stack(), was), new ResourceGraph(planned.stack(), is));
  }

  private static Map<String, String> names(ResourceGraph deployed, ResourceGraph planned) {
    Map<String, String> names = new HashMap<>();
    for (Node node : planned.nodes()) {
      deployed
          .find(node.urn())
          .ifPresent(
              there -> {
                node.id().ifPresent(id -> there.id().ifPresent(real -> put(names, id, real)));
                for (String key : node.outputs().values().keySet()) {
                  node.outputs()
                      .text(key)
                      .ifPresent(
                          made ->
                              there.outputs().text(key).ifPresent(real -> put(names, made, real)));
                }
              });
    }
    return names;
  }

  private static void put(Map<String, String> names, String made, String real) {
    if (!made.equals(real) && made.length() >= SHORTEST) {
      names.put(made, real);
    }
  }

  private static Value renamed(Value value, Map<String, String> names) {
    if (value instanceof Value.Text text) {
      return new Value.Text(renamed(text.value(), names));
    }
    if (value instanceof Value.Secret secret) {
      return new Value.Secret(renamed(secret.value(), names));
    }
    if (value instanceof Value.Items items) {
      return new Value.Items(items.values().stream().map(each -> renamed(each, names)).toList());
    }
    if (value instanceof Value.Fields fields) {
      SortedMap<String, Value> renamed = new TreeMap<>();
      fields.values().forEach((key, field) -> renamed.put(key, renamed(field, names)));
      return new Value.Fields(renamed);
    }
    return value;
  }

  private static String renamed(String text, Map<String, String> names) {
    String whole = names.get(text);
    if (whole != null || text.length() <= SHORTEST) {
      return whole == null ? text : whole;
    }
    String renamed = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      if (renamed.contains(name.getKey())) {
        renamed = renamed.replace(name.getKey(), name.getValue());
      }
    }
    return renamed;
  }

  /** The planned value, with what is there in the place of what is not known or hidden. */
  private static Value known(Value planned, Value there) {
    if (planned instanceof Value.Unknown) {
      return there;
    }
    if (there instanceof Value.Secret secret && isEncrypted(secret)) {
      return there;
    }
    if (planned instanceof Value.Items items
        && there instanceof Value.Items real
        && items.values().size() == real.values().size()) {
      List<Value> known = new ArrayList<>();
      for (int i = 0; i < items.values().size(); i++) {
        known.add(known(items.values().get(i), real.values().get(i)));
      }
      return new Value.Items(known);
    }
    if (planned instanceof Value.Fields fields && there instanceof Value.Fields real) {
      SortedMap<String, Value> known = new TreeMap<>();
      fields
          .values()
          .forEach(
              (key, field) -> {
                Value other = real.values().get(key);
                known.put(key, other == null ? field : known(field, other));
              });
      return new Value.Fields(known);
    }
    return planned;
  }

  // Of a credential the reader keeps nothing at all.
  private static boolean isEncrypted(Value.Secret secret) {
    return secret.value().bare() instanceof Value.Unknown
        || secret.value().bare() instanceof Value.Null;
  }

  private static Node comparable(Node planned, Node there) {
    Map<String, Value> inputs = new TreeMap<>(there.inputs().values());
    if (there.kind() == Node.Kind.PROVIDER) {
      OF_THE_ENGINE.stream()
          .filter(key -> !planned.inputs().values().containsKey(key))
          .forEach(key -> inputs.remove(key));
    }
    return new Node(
        planned.urn(),
        planned.kind(),
        planned.type(),
        planned.name(),
        planned.id(),
        Value.Fields.of(inputs),
        planned.outputs(),
        there.provider(),
        planned.parent(),
        planned.dependencies(),
        planned.propertyDependencies(),
        new Node.Options(
            there.options().protect(),
            there.options().retainOnDelete(),
            planned.options().importId(),
            planned.options().ignoreChanges(),
            planned.options().aliases()));
  }
}
