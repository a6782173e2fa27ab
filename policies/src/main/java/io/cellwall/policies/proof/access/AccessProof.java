package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.inventory.ReadDoor;
import io.cellwall.policies.proof.rule.Objection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * The proof that nobody beyond a stack's account, in the graphs or not, may do anything with what
 * the stack has, but for declared doors.
 *
 * <p>It rests on the resource's side alone: across accounts AWS allows nothing that the resource's
 * own policies do not, whatever the asking account's policies say. So it also holds for roles that
 * no graph shows.
 *
 * @param objections what is not proven; empty: proven
 * @param shared what is not proven between stacks of one account
 * @param doors the declared doors, as the graphs have them
 * @param resources how many resources let in somebody beyond their own account's identities
 */
public record AccessProof(
    List<AccessObjection> objections,
    List<Objection> shared,
    List<AccessDoor> doors,
    int resources) {

  public AccessProof {
    objections = List.copyOf(objections);
    shared = List.copyOf(shared);
    doors = List.copyOf(doors);
  }

  /** What one stack adds to the proof. */
  private record Part(
      List<Governed> governed, List<AccessObjection> objections, List<AccessDoor> doors) {}

  /**
   * Proves it of these stacks.
   *
   * @param graphs one for each stack; stacks that are left out are proven against all the same
   */
  public static AccessProof of(
      Collection<ResourceGraph> graphs,
      FleetAccounts accounts,
      List<ReadDoor> declared,
      Access access) {
    AccessQuestions questions = new AccessQuestions(access, accounts);
    DoorReader doors = new DoorReader(declared);
    List<Part> parts = graphs.parallelStream().map(graph -> part(graph, doors, questions)).toList();
    List<AccessObjection> objections = new ArrayList<>();
    parts.forEach(part -> objections.addAll(part.objections()));
    if (objections.stream().anyMatch(each -> each.on().isRole())) {
      List<Governed> all = parts.stream().flatMap(part -> part.governed().stream()).toList();
      objections.addAll(new Chains(graphs, accounts, access).find(objections, all));
    }
    return new AccessProof(
        objections,
        new SharedAccounts(accounts).find(graphs),
        parts.stream().flatMap(part -> part.doors().stream()).toList(),
        parts.stream().mapToInt(part -> part.governed().size()).sum());
  }

  private static Part part(ResourceGraph graph, DoorReader doors, AccessQuestions questions) {
    Set<String> own = Strangers.accountless(graph);
    List<Governed> governed = GovernedReader.read(graph);
    List<AccessObjection> objections = new ArrayList<>();
    List<AccessDoor> open = new ArrayList<>();
    for (Governed each : governed) {
      DoorReader.Opened opened = doors.read(each);
      open.addAll(opened.doors());
      objections.addAll(questions.ask(opened.rest(), own));
    }
    return new Part(governed, objections, open);
  }
}
