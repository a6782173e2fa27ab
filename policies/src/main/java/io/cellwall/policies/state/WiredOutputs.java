package io.cellwall.policies.state;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Gives wired values their proof back.
 *
 * <p>In a program, an id that a resource makes besides its own (the security group that a cluster
 * gets, the interface of a gateway) is unknown, and proven by its dependency. In a state it stands
 * there in clear, and no resource has it. Where the state records that a property derives from a
 * resource, and that resource's outputs, not its inputs, have the value, the value is such an id:
 * it is unknown again, and the rule on unknown values asks for the same proof as in a preview.
 */
final class WiredOutputs {

  /** Ids and hosts, which do not say whose they are. What says so, such as an ARN, stays. */
  private static final Pattern SILENT =
      Pattern.compile(
          "(?:[a-z]+-)+(?:[0-9a-f]{17}|[0-9a-f]{8})"
              + "|Z[A-Z0-9]{8,31}|d-[0-9a-f]{10}|(?:[a-z]+-)+[0-9]_[A-Za-z0-9]{9}"
              + "|(?:ws-)?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32}"
              + "|(?:https://)?[a-z0-9.-]+\\.(?:amazonaws\\.com(?:\\.cn)?|on\\.aws|cloudfront\\.net"
              + "|awsglobalaccelerator\\.com|awsapprunner\\.com|amazoncognito\\.com"
              + "|elasticbeanstalk\\.com|amplifyapp\\.com)(?:[:/].*)?");

  private final Map<String, Set<String>> made = new HashMap<>();
  private final Set<String> identities = new HashSet<>();

  private WiredOutputs(List<Node> nodes) {
    for (Node node : nodes) {
      identities.addAll(node.identities());
      Map<String, Value> computed = new TreeMap<>(node.outputs().values());
      computed.keySet().removeAll(node.inputs().values().keySet());
      Set<String> outputs = silentTexts(Value.Fields.of(computed));
      outputs.removeAll(silentTexts(node.inputs()));
      made.put(node.urn(), outputs);
    }
  }

  static List<Node> of(List<Node> nodes) {
    WiredOutputs wired = new WiredOutputs(nodes);
    return nodes.stream().map(wired::unknownAgain).toList();
  }

  private Node unknownAgain(Node node) {
    Map<String, Value> inputs = new TreeMap<>();
    node.inputs()
        .values()
        .forEach(
            (property, value) ->
                inputs.put(
                    property,
                    unknownAgain(
                        value,
                        node.propertyDependencies().getOrDefault(property, new TreeSet<>()))));
    return node.with(Value.Fields.of(inputs));
  }

  private Value unknownAgain(Value value, SortedSet<String> sources) {
    if (sources.isEmpty()) {
      return value;
    }
    if (value instanceof Value.Text text) {
      boolean isMade =
          !identities.contains(text.value())
              && sources.stream()
                  .anyMatch(urn -> made.getOrDefault(urn, Set.of()).contains(text.value()));
      return isMade ? new Value.Unknown() : value;
    }
    if (value instanceof Value.Items items) {
      List<Value> copies = new ArrayList<>();
      items.values().forEach(item -> copies.add(unknownAgain(item, sources)));
      return new Value.Items(copies);
    }
    if (value instanceof Value.Fields fields) {
      Map<String, Value> copies = new TreeMap<>();
      fields.values().forEach((key, field) -> copies.put(key, unknownAgain(field, sources)));
      return Value.Fields.of(copies);
    }
    return value instanceof Value.Secret secret
        ? new Value.Secret(unknownAgain(secret.value(), sources))
        : value;
  }

  private static Set<String> silentTexts(Value.Fields fields) {
    Set<String> texts = new HashSet<>();
    fields.walk(
        "",
        false,
        (path, text, secret) -> {
          if (SILENT.matcher(text).matches()) {
            texts.add(text);
          }
        });
    return texts;
  }
}
