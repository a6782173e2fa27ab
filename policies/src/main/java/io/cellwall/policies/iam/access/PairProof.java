package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.document.PolicyProblem;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.GlobSearch;
import io.cellwall.policies.iam.principal.Polarity;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The proof for one principal and one resource. */
final class PairProof {

  /** Reasons that are kept for one pair. */
  private static final int MAX_REASONS = 10;

  private final DocumentIndex index;
  private final ActionCatalogue catalogue;
  private final Principal principal;
  private final Resource resource;
  private final GlobRegion wanted;
  private final ActionUniverse universe;
  private final Set<String> reasons = new LinkedHashSet<>();

  /** Actions with one group are alike, as long as nothing is known that the request leaves open. */
  private record Group(BitSet rules, int typesNumber) {}

  PairProof(DocumentIndex index, Principal principal, Resource resource, GlobRegion wanted) {
    this.index = index;
    this.catalogue = index.catalogue();
    this.principal = principal;
    this.resource = resource;
    this.wanted = wanted;
    this.universe = new ActionUniverse(catalogue, unlisted());
  }

  AccessVerdict verdict() {
    List<String> problems =
        Documents.of(principal, resource).stream()
            .flatMap(document -> document.problems().stream())
            .map(PolicyProblem::toString)
            .distinct()
            .limit(MAX_REASONS)
            .toList();
    if (!problems.isEmpty()) {
      return new AccessVerdict.Undecided(problems);
    }
    BitSet actions = universe.actingOn(resource);
    actions.and(universe.matching(wanted));
    BitSet global = new BitSet();
    actions.stream()
        .filter(action -> RequestFacts.isGlobal(universe.service(action)))
        .forEach(global::set);
    actions.andNot(global);
    return judge(actions, Optional.empty())
        .or(() -> judgeGlobal(global))
        .orElseGet(
            () ->
                reasons.isEmpty()
                    ? new AccessVerdict.Proven(1)
                    : new AccessVerdict.Undecided(List.copyOf(reasons)));
  }

  private Optional<AccessVerdict> judgeGlobal(BitSet actions) {
    List<String> services = actions.stream().mapToObj(universe::service).distinct().toList();
    for (String service : services) {
      BitSet of = new BitSet();
      actions.stream().filter(action -> universe.service(action).equals(service)).forEach(of::set);
      Optional<AccessVerdict> witness = judge(of, Optional.of(service));
      if (witness.isPresent()) {
        return witness;
      }
    }
    return Optional.empty();
  }

  /** A witness, if there is one; what is undecided goes to the reasons. */
  private Optional<AccessVerdict> judge(BitSet actions, Optional<String> globalService) {
    if (actions.isEmpty()) {
      return Optional.empty();
    }
    Facts facts = RequestFacts.of(principal, resource, globalService);
    Evaluation possible = new Evaluation(universe, principal, resource, facts, Polarity.OVER);
    WitnessSearch search = new WitnessSearch(universe, principal, resource, facts);
    Set<Group> seen = new HashSet<>();
    for (int action = actions.nextSetBit(0); action >= 0; action = actions.nextSetBit(action + 1)) {
      Group group = new Group(possible.signature(action), universe.typesNumber(action));
      if (!seen.add(group)) {
        continue;
      }
      GlobSearch.Result result = possible.find(action);
      if (result instanceof GlobSearch.Result.TooComplex) {
        reason(action, "its patterns are too complex to compare");
      } else if (result instanceof GlobSearch.Result.Found found) {
        WitnessSearch.Outcome outcome = search.search(action, found.text());
        if (outcome instanceof WitnessSearch.Outcome.Confirmed confirmed) {
          return Optional.of(confirmed.witness());
        }
        if (outcome instanceof WitnessSearch.Outcome.Open) {
          explain(possible, action, found.text(), facts);
        } else {
          // What refuted it may be about this action alone: a denial in a session or a context.
          seen.remove(group);
        }
      }
    }
    return Optional.empty();
  }

  private void explain(Evaluation possible, int action, String arn, Facts facts) {
    if (!universe.isListed(action)) {
      reason(action, "AWS's list of actions of " + catalogue.asOf() + " does not have this action");
      return;
    }
    int before = reasons.size();
    for (Rule rule : possible.allowing(action, arn)) {
      Statement statement = rule.statement();
      if (statement.hasUnknown()) {
        reason(action, statement.label() + " has a part that is not known yet");
      }
      if (statement.resources().texts().stream()
              .anyMatch(text -> text.narrowest(facts, true).isEmpty())
          && !statement.hasUnknown()) {
        reason(action, statement.label() + " has a policy variable whose value is not known");
      }
    }
    if (reasons.size() == before) {
      RuleReader.open(Documents.of(principal, resource), facts)
          .forEach(each -> reason(action, each.label() + " depends on " + each.conditions()));
    }
    if (reasons.size() == before) {
      reason(action, "some statement that denies or allows has a part that is not known yet");
    }
  }

  private void reason(int action, String why) {
    if (reasons.size() < MAX_REASONS) {
      reasons.add(
          principal.actor().id()
              + " may "
              + universe.name(action)
              + " on "
              + resource.name()
              + ": "
              + why);
    }
  }

  /** Names that policies allow and that match no action of the catalogue: new ones, or misspelt. */
  private List<String> unlisted() {
    return Documents.of(principal, resource).stream()
        .flatMap(document -> index.reach(document).unlisted().stream())
        .distinct()
        .flatMap(glob -> plausible(glob).stream())
        .toList();
  }

  /** An action of a service that is known acts on that service's resources only. */
  private Optional<String> plausible(Glob glob) {
    String example = ActionUniverse.example(glob);
    int colon = example.indexOf(':');
    String service = colon < 0 ? example : example.substring(0, colon);
    BitSet acting = new ActionUniverse(catalogue, List.of()).actingOn(resource);
    boolean mayAct =
        !catalogue.hasService(service)
            || acting.stream()
                .anyMatch(action -> catalogue.actions().get(action).service().equals(service));
    return mayAct ? Optional.of(example) : Optional.empty();
  }
}
