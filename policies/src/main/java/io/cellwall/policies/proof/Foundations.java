package io.cellwall.policies.proof;

import io.cellwall.regions.model.Inventory;
import java.util.List;

/** What a statement rests on: said in every report, so that nobody takes it for more. */
final class Foundations {

  private Foundations() {}

  static List<String> of(Inventory inventory, FleetProof proof) {
    long admitted =
        inventory.cells().values().stream().filter(cell -> cell.facts().isPresent()).count()
            + inventory.zones().values().stream()
                .flatMap(zone -> zone.edges().values().stream())
                .filter(edge -> edge.facts().isPresent())
                .count();
    return List.of(
        "The graphs show all that the stacks declare. What is made beside them is held by the"
            + " guardrails, not by this proof.",
        "Each provider works in its stack's account only: a rule of the graphs. Access between the"
            + " two cells of a pair that shares an account is not proven: their roles' boundaries hold"
            + " them to a region each.",
        "Across accounts AWS allows nothing that the resource's own policies do not; so access is"
            + " proven of whoever there is in an account, in the graphs or not.",
        "AWS's actions, and what each acts on, are those of " + proof.actionsAsOf() + ".",
        "A service acts as a role only for who may pass the role, and that is never across accounts.",
        "AWS routes and filters as documented; software in a cell or router does not forward what it"
            + " is not asked to.",
        "The names that " + admitted + " stacks were given are those recorded at their admission.");
  }
}
