package io.cellwall.policies.network;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.network.connector.Connectors;
import io.cellwall.policies.network.connector.DeclaredConnectors;
import io.cellwall.policies.network.exposure.PublicEndpoint;
import io.cellwall.policies.network.exposure.PublicEndpoints;
import io.cellwall.policies.network.opening.Opening;
import io.cellwall.policies.network.opening.Openings;
import io.cellwall.policies.network.path.Doubts;
import io.cellwall.policies.network.path.Reachability;
import io.cellwall.policies.network.path.Verdict;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves that no packet passes between stacks, or shows the path on which one does.
 *
 * <p>A first level looks for connectors: what no chain of them joins is unreachable, whatever the
 * security groups say. Where there is one, a second level follows sets of packets through routes
 * and filters. See NETWORK.md for what is assumed.
 */
public final class NetworkProof {

  private static final String NO_CONNECTOR = "no chain of connectors joins them";

  private final Set<String> stacks;
  private final List<Connector> connectors;
  private final List<Connector> undeclared;
  private final List<Opening> openings;
  private final List<PublicEndpoint> publicEndpoints;
  private final Reachability reachability;
  private final Map<String, String> doubts;

  private NetworkProof(Network network, DeclaredConnectors declared) {
    this.stacks = Collections.unmodifiableSet(new LinkedHashSet<>(network.resources().stacks()));
    this.connectors = Connectors.of(network, declared);
    this.undeclared =
        connectors.stream()
            .filter(connector -> connector.crosses() && !declared.declares(connector))
            .toList();
    PublicEndpoints.Exposed exposed = PublicEndpoints.of(network);
    this.publicEndpoints = exposed.endpoints();
    this.openings = Openings.of(network, exposed.groups());
    this.reachability = new Reachability(network, declared, connectors);
    this.doubts = Collections.unmodifiableMap(Doubts.of(network.resources(), connectors));
  }

  /**
   * Judges a fleet.
   *
   * @param graphs one for each stack
   * @param declared the connectors that the inventory declares
   * @throws IllegalArgumentException if two graphs have a resource of the same URN
   */
  public static NetworkProof of(Collection<ResourceGraph> graphs, DeclaredConnectors declared) {
    return new NetworkProof(Network.of(graphs), declared);
  }

  /** The stacks judged. */
  public Set<String> stacks() {
    return stacks;
  }

  /** Everything that could join networks. */
  public List<Connector> connectors() {
    return connectors;
  }

  /** The connectors that cross a wall and are not declared: each is a violation. */
  public List<Connector> undeclared() {
    return undeclared;
  }

  /** Filters, routes and addresses that name what is not their stack's own. */
  public List<Opening> openings() {
    return openings;
  }

  /** What the internet can reach. */
  public List<PublicEndpoint> publicEndpoints() {
    return publicEndpoints;
  }

  /** Stacks that connectors join, in any direction; most are alone. */
  public List<Set<String>> islands() {
    return reachability.islands();
  }

  /**
   * Whether packets of one stack get to another. Answers to packets that got through come back
   * anyway, so a pair is apart only if it is proven both ways.
   *
   * @throws IllegalArgumentException if one of them is not among the stacks
   */
  public Verdict verdict(String from, String to) {
    for (String stack : List.of(from, to)) {
      if (!stacks.contains(stack)) {
        throw new IllegalArgumentException(
            "no graph of stack %s was given; there are %s".formatted(stack, stacks));
      }
    }
    Optional<Verdict> judged = reachability.verdict(from, to);
    Verdict verdict =
        judged.orElseGet(
            () ->
                new Verdict.Proven(
                    reachability.isConnected(from, to)
                        ? "connectors join them, but no packet gets through"
                        : NO_CONNECTOR,
                    Optional.empty()));
    String doubt = doubts.getOrDefault(from, doubts.get(to));
    return doubt != null && verdict.isProven()
        ? new Verdict.Undecided(doubt, Optional.empty())
        : verdict;
  }

  /** What is known of stacks whose network cannot be placed: why, by stack. */
  public Map<String, String> undecidedStacks() {
    return doubts;
  }

  /** All pairs that packets get between, certainly or perhaps: from, to, verdict. */
  public Map<String, Map<String, Verdict>> paths() {
    Map<String, Map<String, Verdict>> paths = new LinkedHashMap<>();
    reachability
        .verdicts()
        .forEach(
            (from, judged) ->
                judged.forEach(
                    (to, verdict) -> {
                      if (!verdict.isProven()) {
                        paths.computeIfAbsent(from, each -> new LinkedHashMap<>()).put(to, verdict);
                      }
                    }));
    return paths;
  }

  /** Whether no packet gets from any stack to any other but by declared connectors. */
  public boolean isProven() {
    return paths().isEmpty() && doubts.isEmpty() && undeclared.isEmpty();
  }

  /** Reasons why it is not proven, a line each. */
  public List<String> objections() {
    List<String> objections = new ArrayList<>();
    undeclared.forEach(connector -> objections.add(connector.shown()));
    paths()
        .forEach(
            (from, judged) ->
                judged.forEach(
                    (to, verdict) ->
                        objections.add(
                            verdict instanceof Verdict.Undecided undecided
                                ? "%s to %s is undecided: %s".formatted(from, to, undecided.why())
                                : "packets of %s get to %s".formatted(from, to))));
    doubts.forEach((stack, why) -> objections.add(stack + " is undecided: " + why));
    return objections;
  }
}
