package io.cellwall.policies.network.path;

import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.network.connector.Place;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.traverse.BreadthFirstIterator;

/**
 * The first level of the proof: stacks, and foreign places, joined by the connectors that carry
 * packets. What no chain of connectors joins, no packet can cross.
 */
final class Islands {

  private static final String STACK = "stack ";

  private final Graph<String, DefaultEdge> graph = new DefaultDirectedGraph<>(DefaultEdge.class);

  Islands(Collection<String> stacks, Collection<Connector> connectors) {
    stacks.forEach(stack -> graph.addVertex(STACK + stack));
    for (Connector connector : connectors) {
      if (connector.kind().carriesPackets()) {
        join(connector);
      }
    }
  }

  private void join(Connector connector) {
    Optional<String> from = vertex(connector.from());
    Optional<String> to = vertex(connector.to());
    String declaring = STACK + connector.stack();
    // The stack that declares a connector between two others may be either's part.
    for (Optional<String> end : List.of(from, to)) {
      if (end.isPresent() && connector.kind().isBothWays()) {
        edge(declaring, end.get());
        edge(end.get(), declaring);
      }
    }
    if (from.isPresent() && to.isPresent()) {
      edge(from.get(), to.get());
      if (connector.kind().isBothWays()) {
        edge(to.get(), from.get());
      }
    }
  }

  private void edge(String from, String to) {
    if (!from.equals(to)) {
      graph.addVertex(from);
      graph.addVertex(to);
      graph.addEdge(from, to);
    }
  }

  private static Optional<String> vertex(Place place) {
    if (place instanceof Place.Foreign foreign) {
      return Optional.of("foreign " + foreign.id());
    }
    return place.owner().map(stack -> STACK + stack);
  }

  /** The other stacks that a chain of connectors leads to. */
  Set<String> reachableFrom(String stack) {
    Set<String> reachable = new TreeSet<>();
    BreadthFirstIterator<String, DefaultEdge> each =
        new BreadthFirstIterator<>(graph, STACK + stack);
    while (each.hasNext()) {
      String vertex = each.next();
      if (vertex.startsWith(STACK)) {
        reachable.add(vertex.substring(STACK.length()));
      }
    }
    reachable.remove(stack);
    return reachable;
  }

  /** Stacks that connectors join in any direction; most stacks are alone. */
  List<Set<String>> all() {
    Map<String, Set<String>> islands = new LinkedHashMap<>();
    for (Set<String> vertices : new ConnectivityInspector<>(graph).connectedSets()) {
      Set<String> island = new TreeSet<>();
      vertices.stream()
          .filter(vertex -> vertex.startsWith(STACK))
          .forEach(vertex -> island.add(vertex.substring(STACK.length())));
      if (!island.isEmpty()) {
        islands.put(island.iterator().next(), island);
      }
    }
    return List.copyOf(islands.values());
  }
}
