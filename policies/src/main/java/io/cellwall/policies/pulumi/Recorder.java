package io.cellwall.policies.pulumi;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Answers a program in the engine's place, and keeps what it asked for. Safe for many threads. */
final class Recorder {

  private final String project;
  private final String stack;
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final List<Call> calls = new ArrayList<>();

  /** A call and what it was answered. */
  private record Call(Registration.Invocation invocation, Value.Fields answer) {
    String order() {
      return invocation.token()
          + " "
          + invocation.provider().orElse("")
          + " "
          + invocation.arguments();
    }
  }

  Recorder(String project, String stack) {
    this.project = project;
    this.stack = stack;
  }

  synchronized Registration.Answer register(Registration asked) {
    String urn = Urns.of(project, stack, asked.parent(), asked.type(), asked.name());
    if (nodes.containsKey(urn)) {
      throw new IllegalStateException(
          "Duplicate resource URN '" + urn + "'; try giving it a unique name");
    }
    Value.Fields inputs =
        asked.kind() == Node.Kind.PROVIDER ? ProviderInputs.decode(asked.inputs()) : asked.inputs();
    OfflineAws.Made made = make(asked, urn);
    SortedMap<String, Value> computed = new TreeMap<>(made.outputs().values());
    computed.keySet().removeAll(inputs.values().keySet());
    Node node =
        new Node(
            urn,
            asked.kind(),
            asked.type(),
            asked.name(),
            made.id(),
            inputs,
            Value.Fields.of(computed),
            asked.provider(),
            asked.parent(),
            new TreeSet<>(asked.dependencies()),
            byProperty(asked),
            asked.options());
    nodes.put(urn, node);
    return new Registration.Answer(urn, made.id(), state(asked, computed));
  }

  private OfflineAws.Made make(Registration asked, String urn) {
    return switch (asked.kind()) {
      case COMPONENT, OPAQUE, INVOKE -> new OfflineAws.Made(Optional.empty(), Value.Fields.none());
      case PROVIDER -> new OfflineAws.Made(Optional.of(OfflineId.uuid(urn)), Value.Fields.none());
      case READ -> new OfflineAws.Made(asked.readId(), Value.Fields.none());
      case RESOURCE -> {
        OfflineAws.Made made =
            OfflineAws.make(asked.type(), asked.name(), urn, asked.inputs(), whereabouts(asked));
        yield asked
            .options()
            .importId()
            .map(id -> new OfflineAws.Made(Optional.of(id), Value.Fields.none()))
            .orElse(made);
      }
    };
  }

  private OfflineAws.Whereabouts whereabouts(Registration asked) {
    return OfflineAws.Whereabouts.of(asked.provider().map(nodes::get).map(Node::inputs));
  }

  private static SortedMap<String, java.util.SortedSet<String>> byProperty(Registration asked) {
    SortedMap<String, java.util.SortedSet<String>> copy = new TreeMap<>();
    asked
        .propertyDependencies()
        .forEach(
            (property, urns) -> {
              if (!urns.isEmpty()) {
                copy.put(property, new TreeSet<>(urns));
              }
            });
    return copy;
  }

  // What the program gets: its inputs, what was made up, and the rest as not known yet.
  private static Value.Fields state(Registration asked, Map<String, Value> computed) {
    Map<String, Value> state = new HashMap<>();
    if (asked.kind() != Node.Kind.COMPONENT) {
      asked.outputNames().forEach(name -> state.put(name, new Value.Unknown()));
    }
    state.putAll(asked.inputs().values());
    computed.forEach((output, value) -> put(state, output, value));
    return Value.Fields.of(state);
  }

  // What AWS adds to an object that the program gave: vpcConfig.clusterSecurityGroupId.
  private static void put(Map<String, Value> state, String output, Value value) {
    int dot = output.indexOf('.');
    if (dot < 0) {
      state.put(output, value);
    } else if (state.get(output.substring(0, dot)) instanceof Value.Fields given) {
      Map<String, Value> fields = new HashMap<>(given.values());
      fields.putIfAbsent(output.substring(dot + 1), value);
      state.put(output.substring(0, dot), Value.Fields.of(fields));
    }
  }

  synchronized Value.Fields invoke(Registration.Invocation invocation) {
    Value.Fields answer =
        OfflineAws.answer(
            invocation.token(),
            OfflineAws.Whereabouts.of(invocation.provider().map(nodes::get).map(Node::inputs)));
    calls.add(new Call(invocation, answer));
    return answer;
  }

  /** What was asked for. Calls come in no fixed order, so they are numbered by what they say. */
  synchronized ResourceGraph graph() {
    List<Node> all = new ArrayList<>(nodes.values());
    Map<String, Integer> numbers = new HashMap<>();
    calls.sort(Comparator.comparing(Call::order));
    for (Call call : calls) {
      String token = call.invocation().token();
      int number = numbers.merge(token, 1, Integer::sum);
      all.add(
          new Node(
              token + "#" + number,
              Node.Kind.INVOKE,
              token,
              token.substring(token.lastIndexOf(':') + 1),
              Optional.empty(),
              call.invocation().arguments(),
              call.answer(),
              call.invocation().provider(),
              Optional.empty(),
              new TreeSet<>(),
              new TreeMap<>(),
              Node.Options.none()));
    }
    return new ResourceGraph(stack, all);
  }
}
