package io.cellwall.policies.network.path;

import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.network.connector.DeclaredConnectors;
import io.cellwall.policies.network.connector.Place;
import io.cellwall.policies.network.model.Interface;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Subnet;
import io.cellwall.policies.network.packet.Reading;
import io.cellwall.policies.network.routing.Network;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Both levels of the proof. Only from stacks that connectors lead out of are packets followed at
 * all, so that a fleet of separate cells costs nothing per pair.
 */
public final class Reachability {

  private static final String GIVEN_UP =
      "the search was given up after " + Search.STEPS + " steps: divide the network";

  private final Network network;
  private final DeclaredConnectors declared;
  private final Map<String, List<Connector>> connectors = new HashMap<>();
  private final Islands islands;
  private final Map<String, List<Interface>> interfaces = new HashMap<>();
  private final Map<String, List<Resource>> subnets = new HashMap<>();
  private final Map<String, Map<String, Verdict>> verdicts = new LinkedHashMap<>();
  private final Search lenient;
  private final Search strict;

  /** Judges every pair of stacks of a network. */
  public Reachability(
      Network network, DeclaredConnectors declared, Collection<Connector> connectors) {
    this.network = network;
    this.declared = declared;
    connectors.forEach(
        each -> this.connectors.computeIfAbsent(each.stack(), x -> new ArrayList<>()).add(each));
    this.islands = new Islands(network.resources().stacks(), connectors);
    for (Interface each : network.interfaces().all()) {
      interfaces.computeIfAbsent(each.owner().stack(), x -> new ArrayList<>()).add(each);
    }
    for (Subnet subnet : network.vpcs().subnets()) {
      subnets
          .computeIfAbsent(subnet.resource().stack(), x -> new ArrayList<>())
          .add(subnet.resource());
    }
    this.lenient = search(Reading.AT_MOST);
    this.strict = search(Reading.AT_LEAST);
    network.resources().stacks().forEach(this::judge);
  }

  private Search search(Reading reading) {
    Search[] self = new Search[1];
    self[0] =
        new Search(
            network,
            islands,
            reading,
            (endpoint, service) ->
                endpoint.stack().equals(self[0].source())
                    && declared
                        .privateLinks()
                        .contains(
                            new DeclaredConnectors.PrivateLink(endpoint.stack(), service.stack())));
    return self[0];
  }

  private void judge(String stack) {
    Set<String> within = islands.reachableFrom(stack);
    if (within.isEmpty()) {
      return;
    }
    Map<String, Arrival> possible = new LinkedHashMap<>();
    Map<String, Arrival> asDeclared = new LinkedHashMap<>();
    collect(lenient, stack, possible, asDeclared);
    Map<String, Arrival> certain = new LinkedHashMap<>();
    if (!possible.isEmpty()) {
      collect(strict, stack, certain, new LinkedHashMap<>());
    }
    Map<String, Witness> served = served(stack, false);
    Map<String, Witness> servedAsDeclared = served(stack, true);
    Set<String> touched = new LinkedHashSet<>(possible.keySet());
    touched.addAll(asDeclared.keySet());
    touched.addAll(served.keySet());
    touched.addAll(servedAsDeclared.keySet());
    if (lenient.isGivenUp()) {
      touched.addAll(within);
    }
    for (String other : touched) {
      verdict(stack, other, possible, certain, asDeclared, served, servedAsDeclared);
    }
  }

  private void collect(
      Search search,
      String stack,
      Map<String, Arrival> undeclared,
      Map<String, Arrival> asDeclared) {
    List<Arrival> arrivals =
        search.from(
            stack,
            subnets.getOrDefault(stack, List.of()),
            interfaces.getOrDefault(stack, List.of()));
    arrivals.forEach(
        each -> (each.declared() ? asDeclared : undeclared).putIfAbsent(each.stack(), each));
  }

  private void verdict(
      String stack,
      String other,
      Map<String, Arrival> possible,
      Map<String, Arrival> certain,
      Map<String, Arrival> asDeclared,
      Map<String, Witness> served,
      Map<String, Witness> servedAsDeclared) {
    Verdict verdict;
    Arrival sure = certain.get(other);
    Arrival maybe = possible.get(other);
    Witness direct = served.get(other);
    if (sure != null) {
      verdict = new Verdict.Path(Witnesses.of(sure.last(), Reading.AT_LEAST));
    } else if (direct != null) {
      verdict = new Verdict.Path(direct);
    } else if (maybe != null) {
      Witness witness = Witnesses.of(maybe.last(), Reading.AT_MOST);
      verdict = new Verdict.Undecided(Doubts.why(witness), Optional.of(witness));
    } else if (lenient.isGivenUp()) {
      verdict = new Verdict.Undecided(GIVEN_UP, Optional.empty());
    } else {
      Optional<Witness> path =
          Optional.ofNullable(asDeclared.get(other))
              .map(each -> Witnesses.of(each.last(), Reading.AT_MOST))
              .or(() -> Optional.ofNullable(servedAsDeclared.get(other)));
      verdict = new Verdict.Proven("nothing but declared connectors leads there", path);
    }
    verdicts.computeIfAbsent(stack, each -> new LinkedHashMap<>()).put(other, verdict);
  }

  // Services of AWS that send into a VPC what they got elsewhere: there is no packet to follow.
  private Map<String, Witness> served(String stack, boolean asDeclared) {
    Map<String, Witness> served = new LinkedHashMap<>();
    for (Connector connector : connectors.getOrDefault(stack, List.of())) {
      boolean direct =
          switch (connector.kind()) {
            case VPC_LINK, ACCELERATOR_ENDPOINT, VPC_ORIGIN -> true;
            default -> false;
          };
      if (direct
          && declared.declares(connector) == asDeclared
          && connector.to() instanceof Place.Owned to) {
        if (!to.stack().equals(stack)) {
          Hop out =
              new Hop(
                  connector.urn(), connector.property(), "service sends it on", Optional.empty());
          Hop in = new Hop(to.urn(), "arn", "receives it", Optional.empty());
          served.putIfAbsent(to.stack(), new Witness(Optional.empty(), List.of(out, in)));
        }
      }
    }
    return served;
  }

  /** What was judged of one stack towards another; empty if no connector leads there. */
  public Optional<Verdict> verdict(String from, String to) {
    return Optional.ofNullable(verdicts.getOrDefault(from, Map.of()).get(to));
  }

  /** The verdicts of all pairs that packets get between, certainly or perhaps. */
  public Map<String, Map<String, Verdict>> verdicts() {
    return verdicts;
  }

  /** Whether a chain of connectors leads from one stack to another. */
  public boolean isConnected(String from, String to) {
    return islands.reachableFrom(from).contains(to);
  }

  /** Stacks that connectors join in any direction. */
  public List<Set<String>> islands() {
    return islands.all();
  }
}
