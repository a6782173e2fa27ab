package io.cellwall.policies.proof.inventory;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives the resources of a graph the names that AWS gave them and the inventory recorded at
 * admission. Offline, those names are made up, so that what other stacks say of them would lead
 * nowhere.
 */
public final class AdmittedNames {

  private static final String SERVICE = "aws:ec2/vpcEndpointService:VpcEndpointService";
  private static final String LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

  /** The one resource of its type that a stack has, and what its output is. */
  private record Name(String type, String output, String value) {}

  private final Map<String, Name> names = new LinkedHashMap<>();

  /** The names that an inventory records. */
  public AdmittedNames(Inventory inventory) {
    inventory
        .cells()
        .values()
        .forEach(
            cell ->
                cell.facts()
                    .ifPresent(
                        facts ->
                            names.put(
                                cell.name().toString(),
                                new Name(SERVICE, "serviceName", facts.endpointService()))));
    inventory
        .zones()
        .values()
        .forEach(
            zone ->
                zone.edges()
                    .forEach(
                        (region, edge) ->
                            edge.facts()
                                .ifPresent(
                                    facts ->
                                        names.put(
                                            new StackName.OfRegionEdge(region).value(),
                                            new Name(
                                                LOAD_BALANCER, "arn", facts.loadBalancer())))));
  }

  /** The graph with the recorded name; as it is if there is none, or it is unclear what has it. */
  public ResourceGraph in(ResourceGraph graph) {
    Name name = names.get(graph.stack());
    if (name == null) {
      return graph;
    }
    List<Node> named =
        graph.of(Node.Kind.RESOURCE).stream()
            .filter(node -> node.type().equals(name.type()))
            .toList();
    if (named.size() != 1 || isKnown(named.get(0), name)) {
      return graph;
    }
    return new ResourceGraph(
        graph.stack(),
        graph.nodes().stream()
            .map(node -> node.urn().equals(named.get(0).urn()) ? named(node, name) : node)
            .toList());
  }

  private static boolean isKnown(Node node, Name name) {
    return node.outputs().text(name.output()).filter(name.value()::equals).isPresent();
  }

  private static Node named(Node node, Name name) {
    Map<String, Value> outputs = new LinkedHashMap<>(node.outputs().values());
    outputs.put(name.output(), new Value.Text(name.value()));
    return new Node(
        node.urn(),
        node.kind(),
        node.type(),
        node.name(),
        node.id(),
        node.inputs(),
        Value.Fields.of(outputs),
        node.provider(),
        node.parent(),
        node.dependencies(),
        node.propertyDependencies(),
        node.options());
  }
}
