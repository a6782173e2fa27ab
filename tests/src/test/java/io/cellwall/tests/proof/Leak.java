package io.cellwall.tests.proof;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A stack with something in it that should not be there. */
final class Leak {

  private final String stack;
  private final List<Node> nodes;

  private Leak(ResourceGraph graph) {
    this.stack = graph.stack();
    this.nodes = new ArrayList<>(graph.nodes());
  }

  static Leak in(ResourceGraph graph) {
    return new Leak(graph);
  }

  /** Adds a statement to the policy that a property holds. */
  Leak statement(String type, String name, String property, String statement) {
    Node node = find(type, name);
    String policy = node.inputs().text(property).orElseThrow();
    String more = policy.replace("\"Statement\":[", "\"Statement\":[" + statement + ",");
    return change(type, name, property, new Value.Text(more));
  }

  /** Gives a property another value. */
  Leak change(String type, String name, String property, Value value) {
    replace(find(type, name), property, value);
    return this;
  }

  /** Gives a property of every provider another value. */
  Leak provider(String property, String value) {
    List.copyOf(nodes).stream()
        .filter(node -> node.kind() == Node.Kind.PROVIDER)
        .forEach(node -> replace(node, property, new Value.Text(value)));
    return this;
  }

  private Node find(String type, String name) {
    return nodes.stream()
        .filter(node -> node.type().equals(type) && node.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(stack + " has no " + type + " " + name));
  }

  private void replace(Node node, String property, Value value) {
    Map<String, Value> inputs = new HashMap<>(node.inputs().values());
    inputs.put(property, value);
    nodes.set(nodes.indexOf(node), node.with(Value.Fields.of(inputs)));
  }

  /** The id of the first resource of a type. */
  String idOf(String type) {
    return first(type).id().orElseThrow();
  }

  private Node first(String type) {
    return nodes.stream().filter(node -> node.type().equals(type)).findFirst().orElseThrow();
  }

  /** The block of addresses of its VPC. */
  String block() {
    return first("aws:ec2/vpc:Vpc").inputs().text("cidrBlock").orElseThrow();
  }

  /** Sends what is for a block to a peering, from every route table. */
  void routes(String peering, String block) {
    List.copyOf(nodes).stream()
        .filter(node -> node.type().equals("aws:ec2/routeTable:RouteTable"))
        .forEach(
            table ->
                resource(
                    "aws:ec2/route:Route",
                    "leak-" + table.name(),
                    "r-leak-" + table.name(),
                    Map.of(
                        "routeTableId",
                        table.id().orElseThrow(),
                        "destinationCidrBlock",
                        block,
                        "vpcPeeringConnectionId",
                        peering)));
  }

  /** Lets every security group and network ACL pass what comes from and goes to a block. */
  void openTo(String block) {
    List.copyOf(nodes).stream()
        .filter(node -> node.type().equals("aws:ec2/securityGroup:SecurityGroup"))
        .forEach(
            group -> {
              for (String way : List.of("Ingress", "Egress")) {
                resource(
                    "aws:vpc/securityGroup%sRule:SecurityGroup%sRule".formatted(way, way),
                    "leak-" + way + group.name(),
                    "sgr-leak-" + way + group.name(),
                    Map.of(
                        "securityGroupId",
                        group.id().orElseThrow(),
                        "ipProtocol",
                        "-1",
                        "cidrIpv4",
                        block));
              }
            });
    nodes.removeIf(node -> node.type().endsWith("NetworkAcl"));
  }

  /** Adds a resource, its inputs as texts. */
  void resource(String type, String name, String id, Map<String, String> inputs) {
    Map<String, Value> values = new LinkedHashMap<>();
    inputs.forEach((key, text) -> values.put(key, new Value.Text(text)));
    String urn = "urn:pulumi:" + stack + "::cellwall::" + type + "::" + name;
    nodes.add(
        new Node(
            urn,
            Node.Kind.RESOURCE,
            type,
            name,
            Optional.of(id),
            Value.Fields.of(values),
            Value.Fields.none(),
            first("aws:ec2/vpc:Vpc").provider(),
            Optional.empty(),
            new TreeSet<>(),
            new TreeMap<>(),
            Node.Options.none()));
  }

  ResourceGraph graph() {
    return new ResourceGraph(stack, nodes);
  }
}
