package io.cellwall.fleet.base;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The tags that a provider gives everything it makes.
 *
 * <p>It merges them into the inputs of each resource before the engine keeps these, so a state has
 * them at every resource, and a plan at the provider alone.
 *
 * @see <a href="https://www.pulumi.com/registry/packages/aws/api-docs/provider/">defaultTags of the
 *     AWS provider</a>
 */
final class DefaultTags {

  private static final List<String> WHERE = List.of("tags", "tagsAll");

  private DefaultTags() {}

  /**
   * A deployed node without the tags that its provider gave it; those that the program gives too,
   * and those that have another value by now, stay.
   *
   * @param planned the same as the program declares it
   * @param deployed where its provider is
   */
  static Node without(Node there, Node planned, ResourceGraph deployed) {
    SortedMap<String, Value> given = of(there, deployed);
    Map<String, Value> inputs = new TreeMap<>(there.inputs().values());
    for (String key : WHERE) {
      if (!given.isEmpty() && inputs.get(key) instanceof Value.Fields tags) {
        Value declared = planned.inputs().values().getOrDefault(key, Value.Fields.none());
        SortedMap<String, Value> own = new TreeMap<>(tags.values());
        own.entrySet()
            .removeIf(
                tag ->
                    tag.getValue().equals(given.get(tag.getKey())) && !has(declared, tag.getKey()));
        inputs.put(key, new Value.Fields(own));
        if (own.isEmpty() && !planned.inputs().values().containsKey(key)) {
          inputs.remove(key);
        }
      }
    }
    return there.with(Value.Fields.of(inputs));
  }

  private static boolean has(Value tags, String key) {
    return tags instanceof Value.Fields fields && fields.values().containsKey(key);
  }

  private static SortedMap<String, Value> of(Node node, ResourceGraph graph) {
    return node.provider()
        .flatMap(graph::find)
        .map(provider -> provider.inputs().values().get("defaultTags"))
        .filter(Value.Fields.class::isInstance)
        .map(each -> ((Value.Fields) each).values().get("tags"))
        .filter(Value.Fields.class::isInstance)
        .map(each -> ((Value.Fields) each).values())
        .orElseGet(TreeMap::new);
  }
}
