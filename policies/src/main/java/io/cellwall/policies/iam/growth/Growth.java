package io.cellwall.policies.iam.growth;

import io.cellwall.policies.iam.action.Action;
import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.action.ResourceType;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PrincipalSet;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.document.TextSet;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.GlobSearch;
import io.cellwall.policies.iam.glob.PolicyText;
import io.cellwall.policies.iam.principal.Polarity;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the statements of policies as they were with those as they become: what is allowed now
 * and was not.
 *
 * <p>What is allowed now is over-approximated and what was allowed is under-approximated, so an
 * empty answer is a proof for these statements; other policies in force may still forbid what is
 * reported. A condition counts by what is written: a statement covers another one if it has no
 * condition that the other one lacks.
 */
public final class Growth {

  private final ActionCatalogue catalogue;
  private final List<Statement> allowed;
  private final List<Statement> lostDenials;
  private final List<Statement> after;
  private final List<Statement> denials;
  private final Set<Unlabelled> known = new HashSet<>();

  /** A statement without what people call it. */
  private record Unlabelled(
      Effect effect,
      Optional<PrincipalSet> principals,
      TextSet actions,
      TextSet resources,
      List<?> conditions) {

    static Unlabelled of(Statement statement) {
      return new Unlabelled(
          statement.effect(),
          statement.principals(),
          statement.actions(),
          statement.resources(),
          statement.conditions());
    }
  }

  private Growth(ActionCatalogue catalogue, List<Statement> before, List<Statement> after) {
    this.catalogue = catalogue;
    this.after = after;
    before.forEach(statement -> known.add(Unlabelled.of(statement)));
    Set<Unlabelled> still = new HashSet<>();
    after.forEach(statement -> still.add(Unlabelled.of(statement)));
    this.allowed = with(before, Effect.ALLOW);
    this.lostDenials =
        with(before, Effect.DENY).stream()
            .filter(statement -> !still.contains(Unlabelled.of(statement)))
            .toList();
    this.denials =
        with(after, Effect.DENY).stream()
            .filter(statement -> statement.conditions().isEmpty())
            .toList();
  }

  private static List<Statement> with(List<Statement> statements, Effect effect) {
    return statements.stream().filter(statement -> statement.effect() == effect).toList();
  }

  /**
   * What is allowed now and was not: for each statement and each principal that it names, at most
   * one witness.
   *
   * @param before the statements of all policies of one identity, or of one resource, as they were
   * @param after as they become
   */
  public static List<NewAccess> between(
      ActionCatalogue catalogue, List<Statement> before, List<Statement> after) {
    return new Growth(catalogue, before, after).find();
  }

  private List<NewAccess> find() {
    List<NewAccess> found = new ArrayList<>();
    for (Statement statement : after) {
      boolean same = known.contains(Unlabelled.of(statement));
      if (statement.effect() == Effect.ALLOW && !(same && lostDenials.isEmpty())) {
        for (Optional<PrincipalPattern> principal : principals(statement)) {
          (same ? Optional.<NewAccess>empty() : granted(statement, principal))
              .or(() -> released(statement, principal))
              .ifPresent(found::add);
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<Optional<PrincipalPattern>> principals(Statement statement) {
    return statement
        .principals()
        .filter(set -> !set.negated())
        .map(set -> set.patterns().stream().map(Optional::of).toList())
        .orElse(List.of(Optional.empty()));
  }

  // Allowed now, and by nothing before.
  private Optional<NewAccess> granted(Statement statement, Optional<PrincipalPattern> principal) {
    List<Statement> covering =
        allowed.stream()
            .filter(
                each ->
                    statement.conditions().containsAll(each.conditions())
                        && names(each, statement, principal))
            .toList();
    return search(statement, principal, covering, List.of())
        .or(() -> unlisted(statement, principal, covering));
  }

  // Allowed now and before, and denied before.
  private Optional<NewAccess> released(Statement statement, Optional<PrincipalPattern> principal) {
    for (Statement lost : lostDenials) {
      Optional<NewAccess> found = search(statement, principal, List.of(), List.of(lost));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  /** Whether a statement is about whomever another one names. */
  private static boolean names(
      Statement covering, Statement covered, Optional<PrincipalPattern> principal) {
    if (covering.principals().isEmpty() || covering.principals().equals(covered.principals())) {
      return true;
    }
    PrincipalSet set = covering.principals().get();
    return !set.negated()
        && principal.isPresent()
        && set.patterns().stream()
            .anyMatch(
                each ->
                    each.equals(principal.get())
                        || (each instanceof PrincipalPattern.Everyone everyone
                            && everyone.services()));
  }

  private record Kind(BitSet covering, BitSet denying, List<ResourceType> types) {}

  private Optional<NewAccess> search(
      Statement statement,
      Optional<PrincipalPattern> principal,
      List<Statement> covering,
      List<Statement> within) {
    List<Statement> denying =
        denials.stream().filter(each -> names(each, statement, principal)).toList();
    List<BitSet> covered = covering.stream().map(each -> actions(each, Polarity.UNDER)).toList();
    List<BitSet> denied = denying.stream().map(each -> actions(each, Polarity.UNDER)).toList();
    BitSet asked = (BitSet) actions(statement, Polarity.OVER).clone();
    within.forEach(each -> asked.and(actions(each, Polarity.OVER)));
    Set<Kind> seen = new HashSet<>();
    for (int i = asked.nextSetBit(0); i >= 0; i = asked.nextSetBit(i + 1)) {
      Action action = catalogue.actions().get(i);
      Kind kind = new Kind(holding(covered, i), holding(denied, i), action.types());
      if (!seen.add(kind)) {
        continue;
      }
      List<List<GlobRegion>> needed = new ArrayList<>();
      needed.add(List.of(resources(statement, Polarity.OVER)));
      within.forEach(each -> needed.add(List.of(resources(each, Polarity.OVER))));
      if (!action.types().isEmpty()) {
        needed.add(action.types().stream().map(ResourceType::arns).toList());
      }
      List<GlobRegion> forbidden = new ArrayList<>();
      kind.covering().stream()
          .forEach(each -> forbidden.add(resources(covering.get(each), Polarity.UNDER)));
      kind.denying().stream()
          .forEach(each -> forbidden.add(resources(denying.get(each), Polarity.UNDER)));
      GlobSearch.Result result = GlobSearch.find(needed, forbidden);
      if (result instanceof GlobSearch.Result.Found found) {
        return Optional.of(
            access(statement, principal, action.toString(), found.text(), !statement.hasUnknown()));
      }
      if (result instanceof GlobSearch.Result.TooComplex) {
        return Optional.of(access(statement, principal, action.toString(), "some resource", false));
      }
    }
    return Optional.empty();
  }

  // Actions that AWS's list does not have yet, or that are misspelt.
  private Optional<NewAccess> unlisted(
      Statement statement, Optional<PrincipalPattern> principal, List<Statement> covering) {
    if (statement.actions().negated()) {
      return Optional.empty();
    }
    for (PolicyText text : statement.actions().texts()) {
      Glob action = text.widest(PolicyText.Variables.NONE, true).lowerCase();
      boolean listed = !catalogue.matching(GlobRegion.of(List.of(action))).isEmpty();
      boolean was =
          covering.stream()
              .anyMatch(
                  each ->
                      region(each.actions(), Polarity.UNDER).surelyCovers(action)
                          && each.resources().equals(statement.resources()));
      if (!listed && !was) {
        return Optional.of(access(statement, principal, text.toString(), "its resources", false));
      }
    }
    return Optional.empty();
  }

  private static NewAccess access(
      Statement statement,
      Optional<PrincipalPattern> principal,
      String action,
      String resource,
      boolean sure) {
    return new NewAccess(statement, principal.map(Growth::shown), action, resource, sure);
  }

  private static String shown(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Everyone) {
      return "everybody";
    }
    if (pattern instanceof PrincipalPattern.Account account) {
      return "account " + account.id();
    }
    String text = pattern.toString();
    int from = text.indexOf('=');
    int to = text.length() - 1;
    return from < 0
        ? text.substring(0, Math.max(0, text.indexOf('['))).toLowerCase(Locale.ROOT)
        : text.substring(from + 1, Math.max(from + 1, to));
  }

  private static BitSet holding(List<BitSet> sets, int action) {
    BitSet holding = new BitSet();
    for (int i = 0; i < sets.size(); i++) {
      holding.set(i, sets.get(i).get(action));
    }
    return holding;
  }

  private BitSet actions(Statement statement, Polarity polarity) {
    return catalogue.matching(region(statement.actions(), polarity));
  }

  private static GlobRegion resources(Statement statement, Polarity polarity) {
    return region(statement.resources(), polarity);
  }

  private static GlobRegion region(TextSet texts, Polarity polarity) {
    return texts.region(polarity, PolicyText.Variables.NONE);
  }
}
