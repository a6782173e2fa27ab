package io.cellwall.tests.mutants;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.Judge;
import io.cellwall.regions.finding.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A stack's graph with a mutant's changes in it. */
final class Scene {

  private final BaseStacks stacks;
  private final List<String> touched = new ArrayList<>();
  private ResourceGraph graph;
  private boolean altered;

  Scene(BaseStacks stacks, String stack) {
    this.stacks = stacks;
    this.graph = stacks.graph(stack);
  }

  /**
   * What is found now that was not in the clean stack. Where nodes were only added, only they are
   * judged, each with the whole stack around it: that is what makes hundreds of mutants quick.
   */
  List<Finding> judge(Judge judge) {
    if (!altered) {
      return touched.stream()
          .flatMap(urn -> judge.judge(graph.find(urn).orElseThrow(), graph).stream())
          .toList();
    }
    List<Finding> findings = new ArrayList<>(judge.judge(graph));
    findings.removeAll(stacks.findings(graph.stack(), judge));
    return findings;
  }

  /**
   * Makes a change.
   *
   * @return the URN of the node that it made or altered
   */
  String apply(Change change) {
    Values values = new Values(new Placeholders(stacks, graph));
    Node node = change.alter() ? altered(change, values) : added(change, values);
    List<Node> nodes = new ArrayList<>(graph.nodes());
    nodes.removeIf(each -> each.urn().equals(node.urn()));
    nodes.add(node);
    graph = new ResourceGraph(graph.stack(), nodes);
    touched.add(node.urn());
    altered |= change.alter();
    return node.urn();
  }

  /** The node of this URN, if the stack has it. */
  Optional<Node> node(String urn) {
    return graph.find(urn);
  }

  private Node altered(Change change, Values values) {
    Node node = Placeholders.find(graph, change.type(), change.name());
    TreeMap<String, Value> inputs = new TreeMap<>(node.inputs().values());
    inputs.putAll(values.fields(change.inputs()).values());
    return new Node(
        node.urn(),
        node.kind(),
        node.type(),
        node.name(),
        node.id(),
        new Value.Fields(inputs),
        node.outputs(),
        provider(change).or(() -> change.provider().isEmpty() ? node.provider() : Optional.empty()),
        node.parent(),
        node.dependencies(),
        node.propertyDependencies(),
        change.options().isEmpty() ? node.options() : options(change, values));
  }

  private Node added(Change change, Values values) {
    Node.Kind kind = Node.Kind.valueOf(change.kind().toUpperCase(Locale.ROOT));
    boolean provided = kind == Node.Kind.RESOURCE || kind == Node.Kind.INVOKE;
    TreeMap<String, SortedSet<String>> derives = new TreeMap<>();
    change.derives().forEach((input, from) -> derives.put(input, sources(from)));
    TreeSet<String> dependencies = new TreeSet<>();
    derives.values().forEach(dependencies::addAll);
    return new Node(
        "urn:pulumi:%s::cellwall::%s::%s".formatted(graph.stack(), change.type(), change.name()),
        kind,
        change.type(),
        change.name(),
        change.id().map(new Placeholders(stacks, graph)::fill),
        values.fields(change.inputs()),
        values.fields(change.outputs()),
        provided
            ? provider(change)
                .or(() -> change.provider().isEmpty() ? Optional.of(usual()) : Optional.empty())
            : Optional.empty(),
        Optional.empty(),
        dependencies,
        derives,
        options(change, values));
  }

  private SortedSet<String> sources(Object from) {
    TreeSet<String> urns = new TreeSet<>();
    for (Object each : Yaml.list(from)) {
      String[] typeAndEnd = each.toString().split(" ", 2);
      String end = typeAndEnd.length > 1 ? typeAndEnd[1] : "";
      urns.add(Placeholders.find(graph, Change.token(typeAndEnd[0]), end).urn());
    }
    return urns;
  }

  private Optional<String> provider(Change change) {
    return change
        .provider()
        .filter(name -> !name.equals("none"))
        .map(
            name ->
                name.startsWith("urn:")
                    ? name
                    : Placeholders.find(graph, "pulumi:providers:aws", name).urn());
  }

  // The provider that most of the stack uses.
  private String usual() {
    Map<String, Long> uses =
        graph.nodes().stream()
            .flatMap(node -> node.provider().stream())
            .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    return uses.entrySet().stream()
        .max(Comparator.comparing((Map.Entry<String, Long> use) -> use.getValue()))
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private Node.Options options(Change change, Values values) {
    Value.Fields options = values.fields(change.options());
    return new Node.Options(
        isTrue(options, "protect"),
        isTrue(options, "retainOnDelete"),
        options.text("importId"),
        texts(options, "ignoreChanges"),
        texts(options, "aliases"));
  }

  private static boolean isTrue(Value.Fields options, String key) {
    return new Value.Bool(true).equals(options.values().get(key));
  }

  private static List<String> texts(Value.Fields options, String key) {
    List<String> texts = new ArrayList<>();
    options
        .values()
        .getOrDefault(key, new Value.Null())
        .walk(key, false, (path, text, secret) -> texts.add(text));
    return texts;
  }
}
