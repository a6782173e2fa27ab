package io.cellwall.policies.graph;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Arbitrary graphs. */
public final class Graphs {

  private Graphs() {}

  /** Texts, some of which look like the format's own marks. */
  static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(12),
        Arbitraries.of(
            "$cellwall", "unknown", "secret", "literal", "value", "\u0000", "\ud83d\ude00"));
  }

  /** Values up to three levels deep. */
  public static Arbitrary<Value> values(boolean secrets) {
    return values(3, secrets);
  }

  private static Arbitrary<Value> values(int depth, boolean secrets) {
    Arbitrary<Value> scalars =
        Arbitraries.oneOf(
            texts().<Value>map(Value.Text::new),
            Arbitraries.bigDecimals().<Value>map(Value.Numeric::new),
            Arbitraries.of(true, false).<Value>map(Value.Bool::new),
            Arbitraries.of(new Value.Null(), new Value.Unknown()));
    if (depth == 0) {
      return scalars;
    }
    Arbitrary<Value> inner = values(depth - 1, secrets);
    Arbitrary<Value> deep =
        Arbitraries.oneOf(
            scalars,
            inner.list().ofMaxSize(3).<Value>map(Value.Items::new),
            fields(inner).<Value>map(fields -> fields));
    return secrets ? Arbitraries.oneOf(deep, inner.map(Value.Secret::new)) : deep;
  }

  private static Arbitrary<Value.Fields> fields(Arbitrary<Value> values) {
    return Arbitraries.maps(texts(), values).ofMaxSize(3).map(Value.Fields::of);
  }

  /** Graphs of up to four nodes. */
  public static Arbitrary<ResourceGraph> graphs(boolean secrets) {
    return Combinators.combine(
            texts(), nodes(secrets).list().uniqueElements(Node::urn).ofMaxSize(4))
        .as(ResourceGraph::new);
  }

  private static Arbitrary<Node> nodes(boolean secrets) {
    Arbitrary<Optional<String>> maybe = texts().optional();
    Arbitrary<SortedSet<String>> urns = texts().set().ofMaxSize(2).map(TreeSet::new);
    Arbitrary<Map<String, SortedSet<String>>> byProperty =
        Arbitraries.maps(texts(), urns).ofMaxSize(2);
    Arbitrary<Value.Fields> fields = fields(values(2, secrets));
    return Combinators.combine(
            texts(),
            Arbitraries.of(Node.Kind.values()),
            maybe,
            fields,
            fields,
            maybe,
            byProperty,
            options())
        .as(
            (text, kind, id, inputs, outputs, urn, properties, options) ->
                new Node(
                    text,
                    kind,
                    "type of " + text,
                    "name of " + text,
                    id,
                    inputs,
                    outputs,
                    urn,
                    urn,
                    new TreeSet<>(properties.keySet()),
                    new TreeMap<>(properties),
                    options));
  }

  private static Arbitrary<Node.Options> options() {
    Arbitrary<Boolean> flags = Arbitraries.of(true, false);
    Arbitrary<List<String>> lists = texts().list().ofMaxSize(2);
    return Combinators.combine(flags, flags, texts().optional(), lists, lists)
        .as(Node.Options::new);
  }
}
