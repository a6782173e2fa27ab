package io.cellwall.policies.proof.access;

import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.proof.rule.ProofRule;
import io.cellwall.regions.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody from elsewhere of whom it is not proven that it can do nothing with a resource.
 *
 * @param from the stack in whose account it is; empty: any stack but the resource's own
 * @param who for people to read
 * @param on the resource
 * @param rule what it comes to
 * @param verdict a witness, or why it is undecided
 * @param acrossZones whether it is beyond the resource's zone too
 */
public record AccessObjection(
    Optional<String> from,
    String who,
    Governed on,
    ProofRule rule,
    AccessVerdict verdict,
    boolean acrossZones) {

  /** The stack whose resource it is. */
  public String to() {
    return on.stack();
  }

  /** As a finding. */
  public Finding finding() {
    PolicyPlace place = on.blamed(verdict);
    boolean undecided = !(verdict instanceof AccessVerdict.Witness);
    ProofRule as = undecided ? ProofRule.PROOF_UNDECIDED : rule;
    String what = (undecided ? "perhaps lets in " : "lets in ") + who + ": " + shown();
    List<String> way = new ArrayList<>(List.of(who));
    if (verdict instanceof AccessVerdict.Witness witness && !on.isSecret()) {
      way.addAll(witness.path());
      way.add(witness.action() + " on " + witness.resource());
    } else if (undecided) {
      way.add(shown());
    }
    return as.finding(
        place.urn(),
        place.property(),
        place.property()
            + " "
            + what
            + "; it must let in nobody but "
            + on.stack()
            + " itself and what the inventory declares",
        way,
        acrossZones);
  }

  private String shown() {
    if (on.isSecret()) {
      return "(its policy is a secret)";
    }
    if (verdict instanceof AccessVerdict.Undecided open && !open.why().isEmpty()) {
      int more = open.why().size() - 1;
      return open.why().get(0) + (more > 0 ? " (and " + more + " more)" : "");
    }
    return verdict.toString();
  }
}
