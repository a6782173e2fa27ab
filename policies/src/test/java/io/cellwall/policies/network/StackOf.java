package io.cellwall.policies.network;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Builds the graph of one stack, resource by resource. Every resource gets an id and an ARN. */
final class StackOf {

  private static final Map<String, String> PREFIXES =
      Map.ofEntries(
          Map.entry("aws:ec2/vpc:Vpc", "vpc"),
          Map.entry("aws:ec2/subnet:Subnet", "subnet"),
          Map.entry("aws:ec2/routeTable:RouteTable", "rtb"),
          Map.entry("aws:ec2/securityGroup:SecurityGroup", "sg"),
          Map.entry("aws:ec2/networkAcl:NetworkAcl", "acl"),
          Map.entry("aws:ec2/internetGateway:InternetGateway", "igw"),
          Map.entry("aws:ec2/natGateway:NatGateway", "nat"),
          Map.entry("aws:ec2/instance:Instance", "i"),
          Map.entry("aws:ec2/networkInterface:NetworkInterface", "eni"),
          Map.entry("aws:ec2/vpcPeeringConnection:VpcPeeringConnection", "pcx"),
          Map.entry("aws:ec2transitgateway/transitGateway:TransitGateway", "tgw"),
          Map.entry("aws:ec2transitgateway/routeTable:RouteTable", "tgw-rtb"),
          Map.entry("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "tgw-attach"),
          Map.entry("aws:ec2transitgateway/peeringAttachment:PeeringAttachment", "tgw-attach"),
          Map.entry("aws:ec2/vpcEndpoint:VpcEndpoint", "vpce"),
          Map.entry("aws:ec2/vpcEndpointService:VpcEndpointService", "vpce-svc"),
          Map.entry("aws:ec2/managedPrefixList:ManagedPrefixList", "pl"),
          Map.entry("aws:ec2/vpnGateway:VpnGateway", "vgw"),
          Map.entry("aws:ec2/eip:Eip", "eipalloc"));

  private static final Set<String> ID_IS_ARN =
      Set.of(
          "aws:lb/loadBalancer:LoadBalancer",
          "aws:lb/listener:Listener",
          "aws:lb/targetGroup:TargetGroup",
          "aws:vpclattice/serviceNetwork:ServiceNetwork");

  private final String stack;
  private final String account;
  private final Map<String, Node> nodes = new LinkedHashMap<>();

  StackOf(String stack, String account) {
    this.stack = stack;
    this.account = account;
    Value ids = new Value.Text("[\"" + account + "\"]");
    put(
        node(
            "pulumi:providers:aws",
            "aws",
            Node.Kind.PROVIDER,
            Optional.of("provider"),
            fields(Map.of("allowedAccountIds", ids)),
            Value.Fields.none(),
            Map.of()));
  }

  private void put(Node node) {
    nodes.put(node.urn(), node);
  }

  private Node node(
      String type,
      String name,
      Node.Kind kind,
      Optional<String> id,
      Value.Fields inputs,
      Value.Fields outputs,
      Map<String, SortedSet<String>> derived) {
    TreeSet<String> all = new TreeSet<>();
    derived.values().forEach(all::addAll);
    return new Node(
        urn(type, name),
        kind,
        type,
        name,
        id,
        inputs,
        outputs,
        Optional.empty(),
        Optional.empty(),
        all,
        new TreeMap<>(derived),
        Node.Options.none());
  }

  String urn(String type, String name) {
    return "urn:pulumi:" + stack + "::test::" + type + "::" + name;
  }

  /** Declares a resource, or declares it anew with other inputs, and gives its id. */
  String add(String type, String name, Object... inputs) {
    return declare(Node.Kind.RESOURCE, type, name, inputs);
  }

  /** Looks at an existing resource. */
  String read(String type, String name, String id) {
    put(
        node(
            type,
            name,
            Node.Kind.READ,
            Optional.of(id),
            Value.Fields.none(),
            Value.Fields.none(),
            Map.of()));
    return id;
  }

  private String declare(Node.Kind kind, String type, String name, Object... inputs) {
    Map<String, Value> values = new LinkedHashMap<>();
    TreeMap<String, SortedSet<String>> derived = new TreeMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      Object given = inputs[i + 1];
      if (given instanceof Derived from) {
        derived.put((String) inputs[i], new TreeSet<>(from.urns()));
        given = new Value.Unknown();
      }
      values.put((String) inputs[i], value(given));
    }
    String seed = "%08x".formatted((stack + type + name).hashCode());
    String service = type.substring(4, type.indexOf('/'));
    boolean balancing = service.equals("lb");
    String arn =
        "arn:aws:%s:eu-west-1:%s:%s/%s"
            .formatted(balancing ? "elasticloadbalancing" : service, account, name, seed);
    String id =
        ID_IS_ARN.contains(type)
            ? arn
            : PREFIXES.getOrDefault(type, type.substring(type.indexOf(':', 4) + 1)) + "-" + seed;
    Map<String, Value> outputs = new LinkedHashMap<>();
    outputs.put("arn", new Value.Text(arn));
    if (type.equals("aws:ec2/vpcEndpointService:VpcEndpointService")) {
      outputs.put("serviceName", new Value.Text("com.amazonaws.vpce.eu-west-1." + id));
    }
    if (type.equals("aws:ec2/vpc:Vpc")) {
      outputs.put("defaultSecurityGroupId", new Value.Text("sg-" + seed));
      outputs.put("mainRouteTableId", new Value.Text("rtb-" + seed));
      outputs.put("defaultNetworkAclId", new Value.Text("acl-" + seed));
    }
    if (balancing) {
      outputs.put("dnsName", new Value.Text(name + "-" + seed + ".elb.eu-west-1.amazonaws.com"));
    }
    put(node(type, name, kind, Optional.of(id), fields(values), fields(outputs), derived));
    return id;
  }

  /** The ARN of a resource declared before. */
  String arn(String type, String name) {
    Value arn = Objects.requireNonNull(nodes.get(urn(type, name))).outputs().values().get("arn");
    return arn instanceof Value.Text text ? text.value() : "";
  }

  /** The id of a resource declared before. */
  String id(String type, String name) {
    return Objects.requireNonNull(nodes.get(urn(type, name))).id().orElseThrow();
  }

  String account() {
    return account;
  }

  /**
   * Declares a resource as an exported state has it: of this id, its outputs echoing its inputs.
   */
  void exported(String type, String name, String id, Object... inputs) {
    Map<String, Value> values = new LinkedHashMap<>();
    for (int i = 0; i < inputs.length; i += 2) {
      values.put((String) inputs[i], value(inputs[i + 1]));
    }
    put(
        node(
            type,
            name,
            Node.Kind.RESOURCE,
            Optional.of(id),
            fields(values),
            fields(values),
            Map.of()));
  }

  ResourceGraph graph() {
    return new ResourceGraph(stack, new ArrayList<>(nodes.values()));
  }

  /** An input that is unknown, and derives from these. */
  record Derived(List<String> urns) {}

  static Derived from(String... urns) {
    return new Derived(List.of(urns));
  }

  static final Value UNKNOWN = new Value.Unknown();

  static Map<String, Object> map(Object... entries) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < entries.length; i += 2) {
      map.put((String) entries[i], entries[i + 1]);
    }
    return map;
  }

  private static Value.Fields fields(Map<String, Value> values) {
    return new Value.Fields(new TreeMap<>(values));
  }

  private static Value value(Object given) {
    if (given instanceof Value value) {
      return value;
    }
    if (given instanceof Boolean flag) {
      return new Value.Bool(flag);
    }
    if (given instanceof Number number) {
      return new Value.Numeric(new BigDecimal(number.toString()));
    }
    if (given instanceof List<?> items) {
      return new Value.Items(items.stream().map(StackOf::value).toList());
    }
    if (given instanceof Map<?, ?> map) {
      TreeMap<String, Value> values = new TreeMap<>();
      map.forEach((key, value) -> values.put((String) key, value(value)));
      return new Value.Fields(values);
    }
    return new Value.Text((String) given);
  }
}
