package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PrincipalSet;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.GlobSearch;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Actor;
import io.cellwall.policies.iam.principal.Polarity;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Tries to make a request that AWS surely allows of one that it may allow, by choosing what the
 * request leaves open: the name of the role's session and the context.
 */
final class WitnessSearch {

  /** What the search ends with. */
  sealed interface Outcome {
    /** A request that is surely allowed. */
    record Confirmed(AccessVerdict.Witness witness) implements Outcome {}

    /** Every case was tried, and none may be allowed. */
    record Refuted() implements Outcome {}

    /** Neither. */
    record Open() implements Outcome {}
  }

  /** Characters of a resource that are tried as the value of a policy variable. */
  private static final int MAX_HINT = 256;

  private final ActionUniverse universe;
  private final Principal principal;
  private final Resource resource;
  private final Facts facts;

  WitnessSearch(ActionUniverse universe, Principal principal, Resource resource, Facts facts) {
    this.universe = universe;
    this.principal = principal;
    this.resource = resource;
    this.facts = facts;
  }

  /**
   * Searches.
   *
   * @param action the action
   * @param hint a resource that may be allowed
   */
  Outcome search(int action, String hint) {
    Optional<AccessVerdict.Witness> plain = confirm(principal, action, facts, new TreeMap<>());
    if (plain.isPresent()) {
      return new Outcome.Confirmed(plain.get());
    }
    List<Statement> open =
        documents().stream()
            .flatMap(document -> RuleReader.open(List.of(document), facts))
            .filter(statement -> isAbout(statement, action))
            .toList();
    ContextChoices choices = ContextChoices.of(open, facts);
    variables(action, hint).forEach(choices::offer);
    List<SortedMap<String, KeyFact>> contexts = choices.contexts();
    boolean refuted = choices.isComplete();
    for (Principal each : sessions()) {
      for (SortedMap<String, KeyFact> context : contexts) {
        Facts then = facts;
        for (Map.Entry<String, KeyFact> entry : context.entrySet()) {
          then = then.with(entry.getKey(), entry.getValue());
        }
        Optional<AccessVerdict.Witness> found = confirm(each, action, then, choices.shown(context));
        if (found.isPresent()) {
          return new Outcome.Confirmed(found.get());
        }
        refuted =
            refuted
                && new Evaluation(universe, each, resource, then, Polarity.OVER).find(action)
                    instanceof GlobSearch.Result.None;
      }
    }
    return refuted ? new Outcome.Refuted() : new Outcome.Open();
  }

  private Optional<AccessVerdict.Witness> confirm(
      Principal who, int action, Facts then, SortedMap<String, String> context) {
    Evaluation sure = new Evaluation(universe, who, resource, then, Polarity.UNDER);
    if (!universe.isListed(action)
        || !(sure.find(action) instanceof GlobSearch.Result.Found found)) {
      return Optional.empty();
    }
    List<String> by =
        sure.allowing(action, found.text()).stream()
            .map(rule -> rule.statement().label())
            .distinct()
            .toList();
    return Optional.of(
        new AccessVerdict.Witness(
            who.actor().id(), universe.name(action), found.text(), context, by, List.of()));
  }

  private boolean isAbout(Statement statement, int action) {
    GlobRegion actions = statement.actions().region(Polarity.OVER, facts);
    return universe.matching(actions).get(action);
  }

  /** For a role, the sessions that policies name and one that none names. */
  private List<Principal> sessions() {
    if (!(principal.actor() instanceof Actor.Role role) || role.session().isPresent()) {
      return List.of(principal);
    }
    List<Principal> sessions = new ArrayList<>();
    Stream.of(resource.policies(), resource.grants(), resource.controls())
        .flatMap(List::stream)
        .flatMap(document -> document.statements().stream())
        .flatMap(statement -> statement.principals().stream())
        .map(PrincipalSet::patterns)
        .flatMap(List::stream)
        .filter(
            pattern ->
                pattern instanceof PrincipalPattern.RoleSession session && session.isOf(role))
        .map(pattern -> ((PrincipalPattern.RoleSession) pattern).session())
        .distinct()
        .forEach(session -> sessions.add(principal.as(role.session(session))));
    sessions.add(sessions.isEmpty() ? principal : principal.as(role.session("any-other-session")));
    return sessions;
  }

  /** Values of policy variables that would make an allowed pattern meet the hint. */
  private SortedMap<String, String> variables(int action, String hint) {
    SortedMap<String, String> values = new TreeMap<>();
    for (PolicyDocument document : documents()) {
      for (Statement statement : document.statements()) {
        if (isAbout(statement, action)) {
          for (PolicyText text : statement.resources().texts()) {
            value(text, hint)
                .ifPresent(value -> values.putIfAbsent(text.variableKeys().get(0), value));
          }
        }
      }
    }
    return values;
  }

  private Optional<String> value(PolicyText text, String hint) {
    if (text.variableKeys().size() != 1 || facts.of(text.variableKeys().get(0)).isPresent()) {
      return Optional.empty();
    }
    int start = text.raw().indexOf("${");
    int end = text.raw().indexOf('}', start) + 1;
    Glob head = Glob.parse(text.raw().substring(0, start));
    Glob tail = Glob.parse(text.raw().substring(end));
    int limit = Math.min(hint.length(), MAX_HINT);
    for (int from = 0; from <= limit; from++) {
      if (head.matches(hint.substring(0, from))) {
        for (int to = from + 1; to <= limit; to++) {
          if (tail.matches(hint.substring(to))) {
            return Optional.of(hint.substring(from, to));
          }
        }
      }
    }
    return Optional.empty();
  }

  private List<PolicyDocument> documents() {
    return Documents.of(principal, resource);
  }
}
