package io.cellwall.policies.cloudformation;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.pulumi.OfflineAws;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Makes the graph of a template.
 *
 * <p>A reference to a resource of the template becomes an id or an ARN made up for it, so that it
 * is the stack's own wherever it ends up, inside a policy too. What only the deployment knows is
 * unknown, and derives from the resource, if it is the template's, or from something that the graph
 * does not have: the rule on unknown values tells the two apart.
 */
final class TemplateGraph implements Names {

  /** CloudFormation takes 500. */
  private static final int MOST_RESOURCES = 2_000;

  private static final int LONGEST_CHAIN = 60;

  /** Says what the CDK is; makes nothing. */
  private static final String METADATA = "AWS::CDK::Metadata";

  private static final Set<String> HOLDS_DATA =
      Set.of(
          "aws:backup/vault:Vault",
          "aws:cloudwatch/logGroup:LogGroup",
          "aws:dynamodb/table:Table",
          "aws:ecr/repository:Repository",
          "aws:kms/key:Key",
          "aws:s3/bucketV2:BucketV2");

  private final Template template;
  private final String stack;
  private final Deployment deployment;
  private final Intrinsics intrinsics = new Intrinsics(this);
  private final Declarations declarations;
  private final Value.Fields resources;
  private final String provider;
  private final Map<String, Node> nodes = new TreeMap<>();
  private final Map<String, Node> reads = new TreeMap<>();
  private final Set<String> underway = new LinkedHashSet<>();
  private SortedSet<String> sources = new TreeSet<>();

  TemplateGraph(Template template, String stack, Optional<Home> home) {
    this.template = template;
    this.stack = stack;
    this.deployment = Deployment.of(template, home);
    this.declarations = new Declarations(template);
    this.resources = declarations.section("Resources");
    this.provider = urn("pulumi:providers:aws", "deployment");
    if (resources.values().size() > MOST_RESOURCES) {
      throw wrong("has " + resources.values().size() + " resources; at most " + MOST_RESOURCES);
    }
    if (!template.document().values().containsKey("Resources")) {
      throw wrong("has no \"Resources\", as a template has");
    }
  }

  ResourceGraph graph() {
    try {
      resources.values().keySet().forEach(this::node);
    } catch (StackOverflowError e) {
      throw wrong("has references or functions that are nested too deep");
    }
    List<Node> all = new ArrayList<>(nodes.values());
    all.addAll(reads.values());
    all.add(
        node(
            "pulumi:providers:aws",
            "deployment",
            Node.Kind.PROVIDER,
            deployment.provider(template.tags())));
    if (template.document().values().containsKey("Transform")) {
      // What a macro makes of the template is not in it.
      all.add(node("Transform", "Transform", Node.Kind.OPAQUE, Value.Fields.none()));
    }
    return new ResourceGraph(stack, all);
  }

  private @Nullable Node node(String logicalId) {
    Node known = nodes.get(logicalId);
    if (known != null
        || underway.size() > LONGEST_CHAIN
        || !resources.values().containsKey(logicalId)
        || !underway.add(logicalId)) {
      return known;
    }
    SortedSet<String> outer = sources;
    Node made = make(logicalId);
    sources = outer;
    underway.remove(logicalId);
    if (!made.type().equals(METADATA)) {
      nodes.put(logicalId, made);
    }
    return made;
  }

  private Node make(String logicalId) {
    if (!(resources.values().get(logicalId) instanceof Value.Fields resource)) {
      // Fn::ForEach and the like: what it becomes is not in the template.
      return node("Macro", logicalId, Node.Kind.OPAQUE, Value.Fields.none());
    }
    String type =
        resource
            .text("Type")
            .orElseThrow(() -> wrong("Resources." + logicalId + " has no \"Type\""));
    if (type.equals("AWS::CloudFormation::Stack")) {
      return node(type, logicalId, Node.Kind.OPAQUE, Value.Fields.none());
    }
    TypeTable.Entry entry = TypeTable.of(type);
    Map<String, Value> inputs = new TreeMap<>();
    SortedMap<String, SortedSet<String>> derived = new TreeMap<>();
    for (Map.Entry<String, Value> given : properties(resource).entrySet()) {
      sources = new TreeSet<>();
      Value value = intrinsics.resolve(given.getValue());
      String property = entry.property(given.getKey());
      // Of two that would get one name, neither may hide the other.
      while (inputs.containsKey(property)) {
        property = property + "_";
      }
      inputs.put(property, Properties.named(property, value, entry));
      derived.put(property, sources);
    }
    Value.Fields fields = Value.Fields.of(inputs);
    addParts(type, logicalId, resource);
    String urn = urn(type, logicalId);
    OfflineAws.Made made =
        OfflineAws.make(
            entry.token(),
            logicalId.toLowerCase(Locale.ROOT),
            urn,
            fields,
            new OfflineAws.Whereabouts(deployment.region(), deployment.account()));
    Map<String, Value> outputs = new TreeMap<>(made.outputs().values());
    outputs.keySet().removeAll(inputs.keySet());
    return new Node(
        urn,
        Node.Kind.RESOURCE,
        entry.token(),
        logicalId,
        made.id(),
        fields,
        Value.Fields.of(outputs),
        Optional.of(provider),
        Optional.empty(),
        derived.values().stream().collect(TreeSet::new, Set::addAll, Set::addAll),
        derived,
        options(entry.token(), resource));
  }

  // What the template writes inside a resource, and the provider beside it.
  private void addParts(String type, String logicalId, Value.Fields resource) {
    for (TypeTable.Part part : TypeTable.partsOf(type)) {
      Value given = properties(resource).getOrDefault(part.property(), new Value.Null());
      Value value = intrinsics.resolve(given);
      List<Value> items = value instanceof Value.Items list ? list.values() : List.of(value);
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Value.Fields fields) {
          String name = logicalId + "." + part.property() + (items.size() > 1 ? "." + i : "");
          Map<String, Value> inputs = new TreeMap<>();
          fields
              .values()
              .forEach(
                  (key, field) -> {
                    String property = part.entry().property(key);
                    inputs.put(property, Properties.named(property, field, part.entry()));
                  });
          nodes.put(name, part(part.entry().token(), name, Value.Fields.of(inputs)));
        }
      }
    }
  }

  private Node part(String token, String name, Value.Fields inputs) {
    return new Node(
        urn(token, name),
        Node.Kind.RESOURCE,
        token,
        name,
        Optional.empty(),
        inputs,
        Value.Fields.none(),
        Optional.of(provider),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  // A function in place of all properties, such as Fn::If, is judged as one property.
  private static Map<String, Value> properties(Value.Fields resource) {
    Value properties = resource.values().get("Properties");
    if (properties instanceof Value.Fields fields
        && fields.values().keySet().stream().noneMatch(key -> key.startsWith("Fn::"))) {
      return fields.values();
    }
    return properties == null ? Map.of() : Map.of("Properties", properties);
  }

  // The one guard that a template has for what holds data or keys is that CloudFormation keeps it;
  // what holds none has no reason to stay.
  private static Node.Options options(String token, Value.Fields resource) {
    boolean kept =
        resource.text("DeletionPolicy").filter(policy -> !policy.equals("Delete")).isPresent();
    boolean guard = kept && HOLDS_DATA.contains(token);
    return new Node.Options(guard, kept && !guard, Optional.empty(), List.of(), List.of());
  }

  @Override
  public Value ref(String name) {
    Optional<Value> pseudo = deployment.pseudo(name, template.name());
    if (pseudo.isPresent()) {
      return pseudo.get() instanceof Value.Unknown ? unresolvable(name) : pseudo.get();
    }
    if (resources.values().containsKey(name)) {
      Node node = node(name);
      return node == null || node.id().isEmpty()
          ? derivedFrom(urnOf(name))
          : new Value.Text(node.id().get());
    }
    return declarations.parameter(name).orElseGet(() -> unresolvable("Parameters." + name));
  }

  @Override
  public Value attribute(String resource, String attribute) {
    if (!(resources.values().get(resource) instanceof Value.Fields declared)) {
      return unresolvable(resource + "." + attribute);
    }
    String type = declared.text("Type").orElse("");
    if (type.startsWith("Custom::") || type.equals("AWS::CloudFormation::CustomResource")) {
      // A function answers it, and may look anywhere.
      return unresolvable(resource + "." + attribute);
    }
    Node node = node(resource);
    String output = TypeTable.small(attribute);
    if (node != null && node.outputs().text(output).isPresent()) {
      return new Value.Text(node.outputs().text(output).get());
    }
    if (node != null
        && node.kind() == Node.Kind.RESOURCE
        && output.toLowerCase(Locale.ROOT).endsWith("arn")) {
      String[] parts = type.split("::", -1);
      String service = parts.length > 1 ? parts[1].toLowerCase(Locale.ROOT) : "unknown";
      Optional<String> arn = deployment.arn(service, output + "/" + node.id().orElse(resource));
      if (arn.isPresent()) {
        return new Value.Text(arn.get());
      }
    }
    return derivedFrom(urnOf(resource));
  }

  @Override
  public Value imported(Options export) {
    String name = export.texts().isEmpty() ? Options.HOLE : export.texts().get(0);
    String urn = urn("AWS::CloudFormation::Export", name);
    reads.computeIfAbsent(
        urn,
        key ->
            node(
                "AWS::CloudFormation::Export",
                name,
                Node.Kind.READ,
                Optional.of(name),
                Value.Fields.none()));
    return derivedFrom(urn);
  }

  @Override
  public Value inMap(Options map, Options first, Options second) {
    return declarations.inMap(map, first, second).orElseGet(() -> unresolvable("Fn::FindInMap"));
  }

  // It derives from something that is not in the graph, so nothing proves it.
  @Override
  public Value unresolvable(String what) {
    return derivedFrom(urn("unresolved", what));
  }

  private Value derivedFrom(String urn) {
    sources.add(urn);
    return new Value.Unknown();
  }

  private String urnOf(String logicalId) {
    String type =
        resources.values().get(logicalId) instanceof Value.Fields resource
            ? resource.text("Type").orElse("")
            : "";
    return urn(type, logicalId);
  }

  private String urn(String type, String name) {
    return "urn:cloudformation:" + stack + "::" + template.name() + "::" + type + "::" + name;
  }

  private Node node(String type, String name, Node.Kind kind, Value.Fields inputs) {
    return node(type, name, kind, Optional.empty(), inputs);
  }

  private Node node(
      String type, String name, Node.Kind kind, Optional<String> id, Value.Fields inputs) {
    return new Node(
        urn(type, name),
        kind,
        type,
        name,
        id,
        inputs,
        Value.Fields.none(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  private UnreadableGraphException wrong(String problem) {
    return new UnreadableGraphException(template.file(), problem);
  }
}
