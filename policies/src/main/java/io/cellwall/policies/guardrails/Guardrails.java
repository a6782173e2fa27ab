package io.cellwall.policies.guardrails;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Makes the guardrails of an inventory: the walls that the rules hold over what is declared, as
 * policies that AWS itself holds over whatever is done.
 */
public final class Guardrails {

  private Guardrails() {}

  /**
   * The guardrails to attach to the account of a stack.
   *
   * @throws IllegalArgumentException if the inventory has no such stack
   */
  public static List<Guardrail> of(Inventory inventory, StackName stack) {
    Perimeter perimeter =
        perimeter(inventory, stack)
            .orElseThrow(
                () -> new IllegalArgumentException("the inventory has no stack " + stack.value()));
    List<Guardrail> guardrails = new ArrayList<>(controls(perimeter));
    guardrails.addAll(split(GuardrailKind.ENDPOINT, perimeter, EndpointControl.walls(perimeter)));
    return List.copyOf(guardrails);
  }

  /**
   * The guardrails to attach to all accounts of a zone, as an organizational unit or one by one.
   *
   * @throws IllegalArgumentException if the inventory has no such zone
   */
  public static List<Guardrail> of(Inventory inventory, ZoneName name) {
    Zone zone = inventory.zones().get(name);
    if (zone == null) {
      throw new IllegalArgumentException("the inventory has no zone " + name);
    }
    return controls(Perimeter.ofZone(inventory, zone));
  }

  /** The stacks of an inventory, each of which has guardrails: cells, edges, the global edge. */
  public static List<StackName> stacks(Inventory inventory) {
    List<StackName> stacks = new ArrayList<>();
    inventory.cells().values().stream()
        .filter(cell -> cell.state().hasStack())
        .forEach(cell -> stacks.add(new StackName.OfCell(cell.name())));
    inventory
        .zones()
        .values()
        .forEach(
            zone -> {
              zone.edges()
                  .keySet()
                  .forEach(region -> stacks.add(new StackName.OfRegionEdge(region)));
              stacks.add(new StackName.OfZoneEdge(zone.name()));
            });
    stacks.add(new StackName.OfGlobalEdge());
    return List.copyOf(stacks);
  }

  /** What keeps AWS from taking these guardrails. */
  public static List<Finding> findings(List<Guardrail> guardrails) {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<Guardrail>> together = new TreeMap<>();
    for (Guardrail guardrail : guardrails) {
      together
          .computeIfAbsent(
              guardrail.place() + " " + guardrail.kind().word(), key -> new ArrayList<>())
          .add(guardrail);
      if (!guardrail.fits()) {
        findings.add(
            finding(
                guardrail.name(),
                "it has %,d characters; AWS takes at most %,d"
                    .formatted(guardrail.size(), guardrail.kind().longest())));
      }
    }
    together
        .values()
        .forEach(
            documents -> {
              GuardrailKind kind = documents.get(0).kind();
              if (documents.size() > kind.most()) {
                findings.add(
                    finding(
                        documents.get(0).place() + "-" + kind.word(),
                        "there are %d documents; at most %d can be attached beside AWS's own"
                            .formatted(documents.size(), kind.most())));
              }
            });
    return findings.stream().sorted().toList();
  }

  private static Finding finding(String name, String message) {
    return new Finding(
        "GuardrailTooLong",
        Severity.VIOLATION,
        "guardrails/" + name,
        message,
        "attach the stacks' own guardrails, which name fewer accounts, and leave this one out",
        List.of(),
        Optional.empty());
  }

  private static List<Guardrail> controls(Perimeter perimeter) {
    List<Guardrail> guardrails = new ArrayList<>();
    guardrails.addAll(
        split(GuardrailKind.SERVICE_CONTROL, perimeter, ServiceControl.walls(perimeter)));
    guardrails.addAll(
        split(GuardrailKind.RESOURCE_CONTROL, perimeter, ResourceControl.walls(perimeter)));
    return guardrails;
  }

  private static List<Guardrail> split(GuardrailKind kind, Perimeter perimeter, List<Wall> walls) {
    return Guardrail.split(
        kind, perimeter.place(), perimeter.account().map(account -> account.value()), walls);
  }

  private static Optional<Perimeter> perimeter(Inventory inventory, StackName stack) {
    if (stack instanceof StackName.OfCell cell) {
      return inventory
          .cell(cell.cell())
          .filter(known -> known.state().hasStack())
          .map(known -> Perimeter.of(inventory, known));
    }
    if (stack instanceof StackName.OfRegionEdge edge) {
      return inventory
          .zoneOf(edge.region())
          .flatMap(
              zone ->
                  Optional.ofNullable(zone.edges().get(edge.region()))
                      .map(known -> Perimeter.of(inventory, zone, edge.region(), known)));
    }
    return stack instanceof StackName.OfZoneEdge edge
        ? Optional.ofNullable(inventory.zones().get(edge.zone())).map(Perimeter::of)
        : Optional.of(Perimeter.ofGlobalEdge(inventory));
  }
}
