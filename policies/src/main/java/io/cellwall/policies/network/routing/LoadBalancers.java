package io.cellwall.policies.network.routing;

import io.cellwall.policies.graph.Value;
import io.cellwall.policies.network.model.AwsTypes;
import io.cellwall.policies.network.model.Interface;
import io.cellwall.policies.network.model.Interfaces;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.model.TrafficRule;
import io.cellwall.policies.network.model.Vpc;
import io.cellwall.policies.network.model.Vpcs;
import io.cellwall.policies.network.packet.Interval;
import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What load balancers listen on, and where they send it. */
public final class LoadBalancers {

  private static final Set<String> UDP = Set.of("UDP", "TCP_UDP", "QUIC", "TCP_QUIC");
  private static final Predicate<String> TARGET_GROUP = AwsTypes.in(AwsTypes.TARGET_GROUP);

  /**
   * A listener.
   *
   * @param resource what declares it
   * @param traffic what it takes; everything if its port is unknown
   * @param certain whether its port is known
   * @param groups the target groups it forwards to, by its own action or by a rule
   */
  public record Listener(
      Resource resource,
      List<TrafficRule.Traffic> traffic,
      boolean certain,
      List<Resource> groups) {}

  /**
   * Where a target group sends.
   *
   * @param addresses of its targets; possible is every address of its VPC, as controllers register
   *     targets too
   * @param ports their ports
   */
  public record Targets(Ranges addresses, Interval ports) {}

  private final Resources resources;
  private final Map<Resource, List<Listener>> listeners = new LinkedHashMap<>();
  private final Map<Resource, List<Resource>> loadBalancersInGroup = new LinkedHashMap<>();
  private final Map<Resource, List<Targets>> targets = new LinkedHashMap<>();

  LoadBalancers(Resources resources, Vpcs vpcs, Interfaces interfaces) {
    this.resources = resources;
    Map<Resource, Set<Resource>> forwards = new LinkedHashMap<>();
    for (Resource rule : resources.of(AwsTypes.array(AwsTypes.LISTENER_RULE))) {
      resources
          .refer(rule, "listenerArn", AwsTypes.in(AwsTypes.LISTENER))
          .resources()
          .forEach(
              each ->
                  forwards
                      .computeIfAbsent(each, x -> new LinkedHashSet<>())
                      .addAll(groups(rule, "actions")));
    }
    for (Resource listener : resources.of(AwsTypes.array(AwsTypes.LISTENER))) {
      Set<Resource> groups = new LinkedHashSet<>(groups(listener, "defaultActions"));
      groups.addAll(forwards.getOrDefault(listener, Set.of()));
      Listener read = read(listener, List.copyOf(groups));
      resources
          .refer(listener, "loadBalancerArn", AwsTypes.in(AwsTypes.LOAD_BALANCER))
          .resources()
          .forEach(each -> listeners.computeIfAbsent(each, x -> new ArrayList<>()).add(read));
    }
    for (Resource group : resources.of(AwsTypes.array(AwsTypes.TARGET_GROUP))) {
      Ranges all = Ranges.NONE;
      for (Resource vpc : resources.refer(group, "vpcId", AwsTypes.in(AwsTypes.VPC)).resources()) {
        all = all.and(vpcs.find(vpc).map(Vpc::addresses).orElse(Ranges.UNKNOWN).possibly());
      }
      put(targets, group, new Targets(all, port(group.value("port")).orElse(Interval.PORTS)));
    }
    for (Resource more : resources.of(AwsTypes.array(AwsTypes.TARGET_GROUP_ATTACHMENT))) {
      for (Resource group : resources.refer(more, "targetGroupArn", TARGET_GROUP).resources()) {
        target(more, group, interfaces);
      }
    }
  }

  private void target(Resource more, Resource group, Interfaces interfaces) {
    Reference named = resources.refer(more, "targetId", type -> true);
    Ranges addresses = Ranges.NONE;
    for (Resource target : named.resources()) {
      if (AwsTypes.LOAD_BALANCER.contains(target.type())) {
        put(loadBalancersInGroup, group, target);
      }
      for (Interface each : interfaces.of(target)) {
        addresses = addresses.and(each.addresses());
      }
    }
    if (named instanceof Reference.Foreign foreign) {
      addresses = Ranges.parse(foreign.id()).map(Ranges::of).orElse(Ranges.NONE);
    }
    Interval ports =
        port(more.value("port")).or(() -> port(group.value("port"))).orElse(Interval.PORTS);
    put(targets, group, new Targets(addresses, ports));
  }

  private static <T> void put(Map<Resource, List<T>> map, Resource key, T value) {
    map.computeIfAbsent(key, each -> new ArrayList<>()).add(value);
  }

  private static Optional<Interval> port(Value value) {
    return Resource.text(value)
        .filter(text -> text.matches("[0-9]{1,5}"))
        .map(Integer::valueOf)
        .filter(port -> port <= 65_535)
        .map(Interval::only);
  }

  private static Listener read(Resource listener, List<Resource> groups) {
    Optional<Interval> port = port(listener.value("port"));
    String protocol = listener.text("protocol").orElse("TCP");
    List<TrafficRule.Traffic> traffic = new ArrayList<>();
    Interval ports = port.orElse(Interval.PORTS);
    if (!protocol.equals("UDP") && !protocol.equals("QUIC")) {
      traffic.add(new TrafficRule.Traffic(Interval.only(6), ports));
    }
    if (UDP.contains(protocol)) {
      traffic.add(new TrafficRule.Traffic(Interval.only(17), ports));
    }
    if (protocol.equals("GENEVE")) {
      traffic.add(TrafficRule.Traffic.ALL);
    }
    return new Listener(listener, traffic, port.isPresent(), groups);
  }

  private List<Resource> groups(Resource from, String property) {
    List<Resource> groups = new ArrayList<>();
    groupParts(from, property)
        .forEach(part -> groups.addAll(resources.refer(from, part, TARGET_GROUP).resources()));
    return groups;
  }

  /** Where a listener or rule names target groups. */
  public static List<Resource.Part> groupParts(Resource from, String property) {
    List<Resource.Part> parts = new ArrayList<>();
    for (Resource.Part action : from.parts(property)) {
      parts.add(action.at("targetGroupArn"));
      for (Resource.Part each : Resource.parts(action.at("forward").at("targetGroups"))) {
        parts.add(each.at("arn"));
      }
    }
    return parts;
  }

  /** What a load balancer listens on. */
  public List<Listener> listenersOf(Resource loadBalancer) {
    return listeners.getOrDefault(loadBalancer, List.of());
  }

  /** Where a target group sends to. */
  public List<Targets> targetsOf(Resource group) {
    return targets.getOrDefault(group, List.of());
  }

  /** The application load balancers that are targets of a group. */
  public List<Resource> loadBalancersIn(Resource group) {
    return loadBalancersInGroup.getOrDefault(group, List.of());
  }
}
