package io.cellwall.policies.proof;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.network.NetworkProof;
import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.network.connector.DeclaredConnectors;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.proof.access.AccessDoor;
import io.cellwall.policies.proof.access.AccessProof;
import io.cellwall.policies.proof.inventory.AdmittedNames;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.inventory.InventoryConnectors;
import io.cellwall.policies.proof.inventory.ReadDoor;
import io.cellwall.policies.proof.residency.Residency;
import io.cellwall.policies.proof.rule.Aspect;
import io.cellwall.policies.proof.rule.Objection;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The three proofs of a fleet: access, network, residency. See PROOF.md for what they rest on.
 *
 * @param objections all that is not proven
 * @param connectors the declared connectors that the graphs have
 * @param doors the declared statements by which roles of one stack read what another has
 * @param residency where each stack's resources are
 * @param actionsAsOf the day of AWS's list of actions
 */
public record FleetProof(
    List<Objection> objections,
    List<Connector> connectors,
    List<AccessDoor> doors,
    Map<String, Residency> residency,
    String actionsAsOf) {

  public FleetProof {
    objections = List.copyOf(objections);
    connectors = List.copyOf(connectors);
    doors = List.copyOf(doors);
    residency = Collections.unmodifiableMap(new LinkedHashMap<>(residency));
  }

  /**
   * Proves what can be proven.
   *
   * @param graphs one for each stack, each of them of the inventory; what they say of stacks that
   *     are left out is proven too, but for their networks
   * @param judge what the rules find in a stack, asked by many threads at once; residency rests on
   *     it
   */
  public static FleetProof of(
      Inventory inventory,
      Collection<ResourceGraph> graphs,
      Function<ResourceGraph, List<Finding>> judge) {
    DeclaredConnectors declared = InventoryConnectors.of(inventory);
    AdmittedNames names = new AdmittedNames(inventory);
    // The network is one thing, and the rest goes stack by stack: both at once.
    CompletableFuture<NetworkProof> packets =
        CompletableFuture.supplyAsync(
            () -> NetworkProof.of(graphs.stream().map(names::in).toList(), declared));
    FleetAccounts accounts = new FleetAccounts(inventory);
    List<Objection> objections = new ArrayList<>();
    ActionCatalogue actions = ActionCatalogue.bundled();
    AccessProof access =
        AccessProof.of(graphs, accounts, ReadDoor.of(inventory), new Access(actions));
    access
        .objections()
        .forEach(
            each ->
                objections.add(
                    new Objection(Aspect.ACCESS, each.from(), each.to(), each.finding())));
    objections.addAll(access.shared());
    Map<String, Residency> residency = residency(inventory, graphs, judge);
    NetworkProof network = packets.join();
    objections.addAll(NetworkObjections.of(network, accounts));
    residency.values().forEach(each -> objections.addAll(each.objections()));
    return new FleetProof(
        objections,
        network.connectors().stream()
            .filter(each -> each.crosses() && declared.declares(each))
            .toList(),
        access.doors(),
        residency,
        actions.asOf());
  }

  private static Map<String, Residency> residency(
      Inventory inventory,
      Collection<ResourceGraph> graphs,
      Function<ResourceGraph, List<Finding>> judge) {
    OwnerIndex index = new OwnerIndex(inventory);
    Map<String, List<Finding>> judged =
        graphs.parallelStream().collect(Collectors.toConcurrentMap(ResourceGraph::stack, judge));
    Map<String, Residency> residency = new LinkedHashMap<>();
    for (ResourceGraph graph : graphs) {
      Home home =
          index
              .home(graph.stack())
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "the inventory has no stack " + graph.stack() + ": judge it first"));
      residency.put(
          graph.stack(), Residency.of(graph, home, judged.getOrDefault(graph.stack(), List.of())));
    }
    return residency;
  }

  /** What is found against each stack, by the stack whose resource it is; sorted. */
  public Map<String, List<Finding>> findings() {
    Map<String, List<Finding>> byStack = new LinkedHashMap<>();
    residency.keySet().forEach(stack -> byStack.put(stack, new ArrayList<>()));
    objections.forEach(
        each ->
            byStack.computeIfAbsent(stackOf(each), stack -> new ArrayList<>()).add(each.finding()));
    byStack.replaceAll((stack, all) -> all.stream().sorted().distinct().toList());
    return byStack;
  }

  // urn:pulumi:<stack>::<project>::... or urn:cloudformation:<stack>::<template>::...
  private static String stackOf(Objection objection) {
    String subject = objection.finding().subject();
    for (String scheme : List.of("urn:pulumi:", "urn:cloudformation:")) {
      if (subject.startsWith(scheme)) {
        return subject.substring(scheme.length(), subject.indexOf("::"));
      }
    }
    return objection.to();
  }
}
