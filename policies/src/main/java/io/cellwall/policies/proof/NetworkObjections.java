package io.cellwall.policies.proof;

import io.cellwall.policies.network.NetworkProof;
import io.cellwall.policies.network.connector.Connector;
import io.cellwall.policies.network.opening.Opening;
import io.cellwall.policies.network.path.Hop;
import io.cellwall.policies.network.path.Verdict;
import io.cellwall.policies.network.path.Witness;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.inventory.FleetAccounts.Holder;
import io.cellwall.policies.proof.rule.Aspect;
import io.cellwall.policies.proof.rule.Objection;
import io.cellwall.policies.proof.rule.ProofRule;
import io.cellwall.regions.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the network proof leaves unproven. */
final class NetworkObjections {

  private final FleetAccounts accounts;
  private final List<Objection> found = new ArrayList<>();

  private NetworkObjections(FleetAccounts accounts) {
    this.accounts = accounts;
  }

  static List<Objection> of(NetworkProof proof, FleetAccounts accounts) {
    NetworkObjections objections = new NetworkObjections(accounts);
    proof.undeclared().forEach(objections::undeclared);
    proof.openings().stream()
        .filter(opening -> opening.kind() == Opening.Kind.UNASKED_CONSUMERS)
        .forEach(objections::unasked);
    proof
        .paths()
        .forEach(
            (from, judged) -> judged.forEach((to, verdict) -> objections.path(from, to, verdict)));
    proof.undecidedStacks().forEach(objections::doubt);
    return objections.found;
  }

  private void undeclared(Connector connector) {
    boolean fromHere = connector.from().owner().filter(connector.stack()::equals).isPresent();
    Optional<String> other = (fromHere ? connector.to() : connector.from()).owner();
    String far = (fromHere ? connector.to() : connector.from()).shown();
    add(
        other,
        connector.stack(),
        ProofRule.UNDECLARED_CONNECTOR.finding(
            connector.urn(),
            connector.property(),
            "%s is a connector (%s) to %s, which the inventory does not declare; it must not be there"
                .formatted(connector.property(), words(connector), far),
            List.of(words(connector), far),
            isAcrossZones(connector.stack(), other)));
  }

  private static String words(Connector connector) {
    return connector.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  private void unasked(Opening opening) {
    add(
        Optional.empty(),
        opening.stack(),
        ProofRule.UNDECLARED_CONNECTOR.finding(
            opening.urn(),
            opening.property(),
            opening.property()
                + " is not surely true, so that consumers are connected unasked; it must be true",
            List.of("whoever is admitted connects"),
            false));
  }

  private void path(String from, String to, Verdict verdict) {
    if (verdict instanceof Verdict.Path path) {
      Hop crossing = crossing(path.witness());
      add(
          Optional.of(from),
          to,
          ProofRule.NETWORK_PATH_BETWEEN_CELLS.finding(
              crossing.urn(),
              crossing.property(),
              "%s lets packets of %s get to %s%s; none may"
                  .formatted(
                      crossing.property(),
                      from,
                      to,
                      path.witness().packet().map(packet -> " (" + packet + ")").orElse("")),
              path.witness().hops().stream().map(Hop::toString).toList(),
              isAcrossZones(from, Optional.of(to))));
    } else if (verdict instanceof Verdict.Undecided undecided) {
      Optional<Hop> crossing = undecided.possible().map(NetworkObjections::crossing);
      add(
          Optional.of(from),
          to,
          ProofRule.PROOF_UNDECIDED.finding(
              crossing.map(Hop::urn).orElse(from),
              crossing.map(Hop::property).orElse("network"),
              "perhaps packets of %s get to %s: %s".formatted(from, to, undecided.why()),
              undecided.possible().stream()
                  .flatMap(witness -> witness.hops().stream())
                  .map(Hop::toString)
                  .toList(),
              isAcrossZones(from, Optional.of(to))));
    }
  }

  /** The last hop in the stack that the packet comes from. */
  private static Hop crossing(Witness witness) {
    List<Hop> hops = witness.hops();
    for (int i = 1; i < hops.size(); i++) {
      if (!stack(hops.get(i)).equals(stack(hops.get(0)))) {
        return hops.get(i - 1);
      }
    }
    return hops.get(0);
  }

  private static String stack(Hop hop) {
    return hop.urn().split("::", 2)[0];
  }

  private void doubt(String stack, String why) {
    add(
        Optional.empty(),
        stack,
        new Finding(
            ProofRule.PROOF_UNDECIDED.id(),
            ProofRule.PROOF_UNDECIDED.severity(),
            stack,
            "the network of " + stack + " is not decided: " + why,
            ProofRule.PROOF_UNDECIDED.fix(),
            List.of(),
            Optional.empty()));
  }

  private void add(Optional<String> from, String to, Finding finding) {
    found.add(new Objection(Aspect.NETWORK, from, to, finding));
  }

  private boolean isAcrossZones(String stack, Optional<String> other) {
    Optional<Holder> one = accounts.stack(stack);
    Optional<Holder> two = other.flatMap(accounts::stack);
    return one.isEmpty() || two.isEmpty() || one.get().isAcrossZones(two.get());
  }
}
