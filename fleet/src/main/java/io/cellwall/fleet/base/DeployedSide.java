package io.cellwall.fleet.base;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
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
 * encrypted, what was not known is known, a provider added its default tags, the engine keeps its
 * own of a provider, and nothing of a call. So ids of the plan become those of the state, and with
 * them what a resource is called; a value that is not known yet counts as the one that is there,
 * and of each resource only inputs and what guards it are compared.
 *
 * @param deployed the state
 * @param planned the plan, in words of the state
 */
public record DeployedSide(ResourceGraph deployed, ResourceGraph planned) {

  /** What the engine adds to a provider's inputs. */
  private static final Set<String> OF_THE_ENGINE =
      Set.of("version", "pluginDownloadURL", "internal");

  /** The two sides of one stack. */
  public static DeployedSide of(ResourceGraph deployed, ResourceGraph planned) {
    RealNames names = RealNames.of(deployed, planned);
    List<Node> was = new ArrayList<>();
    List<Node> is = new ArrayList<>();
    for (Node node : planned.nodes()) {
      Optional<Node> there = deployed.find(node.urn());
      Value.Fields inputs = names.in(node.inputs());
      if (there.isPresent()) {
        Node own = DefaultTags.without(there.get(), node, deployed);
        Value.Fields known = (Value.Fields) known(inputs, own.inputs());
        is.add(called(own, node, known, node.provider(), node.options()));
        was.add(comparable(node, own));
      } else {
        is.add(node.with(inputs));
        // No state has a call, whether or not it was made.
        if (node.kind() == Node.Kind.INVOKE) {
          was.add(node.with(inputs));
        }
      }
    }
    deployed.nodes().stream().filter(node -> planned.find(node.urn()).isEmpty()).forEach(was::add);
    return new DeployedSide(
        new ResourceGraph(planned.stack(), was), new ResourceGraph(planned.stack(), is));
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

  /** A planned node with these, called what it is called where it stands: others name it so. */
  private static Node called(
      Node there,
      Node planned,
      Value.Fields inputs,
      Optional<String> provider,
      Node.Options options) {
    return new Node(
        planned.urn(),
        planned.kind(),
        planned.type(),
        planned.name(),
        there.id(),
        inputs,
        there.outputs(),
        provider,
        planned.parent(),
        planned.dependencies(),
        planned.propertyDependencies(),
        options);
  }

  private static Node comparable(Node planned, Node there) {
    Map<String, Value> inputs = new TreeMap<>(there.inputs().values());
    if (there.kind() == Node.Kind.PROVIDER) {
      OF_THE_ENGINE.stream()
          .filter(key -> !planned.inputs().values().containsKey(key))
          .forEach(key -> inputs.remove(key));
    }
    return called(
        there,
        planned,
        Value.Fields.of(inputs),
        there.provider(),
        new Node.Options(
            there.options().protect(),
            there.options().retainOnDelete(),
            planned.options().importId(),
            planned.options().ignoreChanges(),
            planned.options().aliases()));
  }
}
