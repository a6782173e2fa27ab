package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.action.ResourceType;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.glob.GlobSearch;
import io.cellwall.policies.iam.glob.SplitArn;
import io.cellwall.policies.iam.principal.Match;
import io.cellwall.policies.iam.principal.Polarity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * AWS's evaluation logic for one principal and one resource, from one side: all that may be
 * allowed, or only what surely is.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy
 *     evaluation logic</a>
 */
final class Evaluation {

  private final ActionUniverse universe;
  private final Principal principal;
  private final Resource resource;
  private final Polarity side;

  /** Ceilings that every way to be allowed must pass. */
  private final List<List<Rule>> controls = new ArrayList<>();

  private final Optional<List<Rule>> boundary;
  private final Optional<List<Rule>> session;
  private final List<Rule> identity;
  private final List<Rule> named;
  private final List<Rule> grants;
  private final List<Rule> denies = new ArrayList<>();
  private final List<Rule> all;
  private final Map<Asked, List<Term>> open = new HashMap<>();

  /** Actions with one of these have the same ways to be allowed. */
  private record Asked(BitSet rules, boolean needsResourceSide) {}

  Evaluation(
      ActionUniverse universe, Principal principal, Resource resource, Facts facts, Polarity side) {
    this.universe = universe;
    this.principal = principal;
    this.resource = resource;
    this.side = side;
    RuleReader reader = new RuleReader(universe, principal, facts, side);
    List<PolicyDocument> own =
        principal.allowsItself()
            ? List.of(PolicyDocument.allowingAll(principal.actor().id(), PolicyKind.IDENTITY))
            : principal.identity();
    this.identity = reader.read(own, Effect.ALLOW);
    this.boundary =
        principal.boundary().map(document -> reader.read(List.of(document), Effect.ALLOW));
    this.session = principal.session().map(documents -> reader.read(documents, Effect.ALLOW));
    this.named = governed(reader.read(resource.policies(), Effect.ALLOW));
    this.grants = reader.read(resource.grants(), Effect.ALLOW);
    if (!principal.isServiceLinked()) {
      principal.controls().forEach(level -> controls.add(reader.read(level, Effect.ALLOW)));
      principal.controls().forEach(level -> denies.addAll(reader.read(level, Effect.DENY)));
      denies.addAll(
          reader.read(resource.controls(), Effect.DENY).stream().map(this::covered).toList());
    }
    denies.addAll(reader.read(own, Effect.DENY));
    principal
        .boundary()
        .ifPresent(document -> denies.addAll(reader.read(List.of(document), Effect.DENY)));
    principal.session().ifPresent(documents -> denies.addAll(reader.read(documents, Effect.DENY)));
    denies.addAll(governed(reader.read(resource.policies(), Effect.DENY)));
    this.all = allRules();
  }

  private List<Rule> allRules() {
    Stream<List<Rule>> lists =
        Stream.of(
                controls.stream(),
                boundary.stream(),
                session.stream(),
                Stream.of(identity, named, grants, denies))
            .flatMap(each -> each);
    return lists.flatMap(List::stream).toList();
  }

  /** Resource control policies hold for some services only. */
  private Rule covered(Rule rule) {
    BitSet actions = new BitSet();
    rule.actions().stream().filter(universe::underResourceControl).forEach(actions::set);
    return new Rule(rule.statement(), actions, rule.resources(), rule.match());
  }

  /** A trust policy says who may assume its role, and nothing of who may change it. */
  private List<Rule> governed(List<Rule> rules) {
    if (!resource.isRole()) {
      return rules;
    }
    return rules.stream()
        .map(
            rule -> {
              BitSet actions = new BitSet();
              rule.actions().stream()
                  .filter(a -> universe.service(a).equals("sts"))
                  .forEach(actions::set);
              return new Rule(rule.statement(), actions, rule.resources(), rule.match());
            })
        .toList();
  }

  /**
   * Which rules are about the action: actions with the same ones, and the same types, have the same
   * answer.
   */
  BitSet signature(int action) {
    BitSet set = new BitSet(all.size());
    for (int i = 0; i < all.size(); i++) {
      set.set(i, all.get(i).isAbout(action));
    }
    return set;
  }

  /** Finds a resource on which the principal can do the action. */
  GlobSearch.Result find(int action) {
    List<Term> terms = open(action);
    if (terms.isEmpty()) {
      return new GlobSearch.Result.None();
    }
    List<Rule> denying = about(denies, action);
    GlobSearch.Result result = new GlobSearch.Result.None();
    for (Term term : terms) {
      for (Glob arn : resource.arns()) {
        GlobSearch.Result found = find(term, action, arn, denying);
        if (found instanceof GlobSearch.Result.Found) {
          return found;
        }
        result = found instanceof GlobSearch.Result.TooComplex ? found : result;
      }
    }
    return result;
  }

  // Many actions differ in what they act on alone.
  private List<Term> open(int action) {
    return open.computeIfAbsent(
        new Asked(signature(action), needsResourceSide(action)),
        any -> terms(action).stream().filter(term -> !term.isEmpty()).toList());
  }

  private GlobSearch.Result find(Term term, int action, Glob arn, List<Rule> denying) {
    List<ResourceType> types = universe.types(action);
    SplitArn split = SplitArn.of(arn);
    List<GlobRegion> formats =
        types.stream().filter(type -> type.mayBe(split)).map(ResourceType::arns).toList();
    return types.isEmpty() == formats.isEmpty()
        ? term.find(arn, formats, denying)
        : new GlobSearch.Result.None();
  }

  /** The rules that let the principal do the action on this resource, ceilings included. */
  List<Rule> allowing(int action, String arn) {
    return terms(action).stream()
        .flatMap(term -> term.layers().stream())
        .flatMap(List::stream)
        .filter(rule -> rule.resources().contains(arn))
        .distinct()
        .toList();
  }

  private List<Term> terms(int action) {
    List<List<Rule>> ceilings = controls.stream().map(level -> about(level, action)).toList();
    List<List<Rule>> bounds =
        Stream.concat(boundary.stream(), session.stream())
            .map(rules -> about(rules, action))
            .toList();
    List<Rule> own = about(identity, action);
    List<Rule> resourceSide = about(named, action);
    List<Term> terms = new ArrayList<>();
    terms.add(term(List.of(ceilings, List.of(about(grants, action)))));
    if (!principal.hasIdentity()) {
      terms.add(term(List.of(ceilings, List.of(resourceSide))));
      return terms;
    }
    if (mayTreatAsOneAccount()) {
      if (!needsResourceSide(action)) {
        terms.add(term(List.of(ceilings, bounds, List.of(own))));
      }
      terms.add(term(List.of(ceilings, List.of(of(resourceSide, Match.DIRECT)))));
      terms.add(term(List.of(ceilings, bounds, List.of(of(resourceSide, Match.LIMITED)))));
      terms.add(
          term(
              List.of(ceilings, bounds, List.of(own), List.of(of(resourceSide, Match.DELEGATED)))));
    } else {
      terms.add(term(List.of(ceilings, bounds, List.of(own), List.of(resourceSide))));
    }
    return terms;
  }

  /**
   * In one account less is needed than across accounts, so what cannot be told counts as one from
   * above only.
   */
  private boolean mayTreatAsOneAccount() {
    Optional<String> mine = principal.actor().account();
    if (mine.isEmpty() || resource.account().isEmpty()) {
      return side == Polarity.OVER;
    }
    return mine.equals(resource.account());
  }

  /**
   * KMS keys and role trust never follow from the identity's side alone, not even in one account.
   */
  private boolean needsResourceSide(int action) {
    String service = universe.service(action);
    return (service.equals("kms") && resource.isKey())
        || (service.equals("sts") && resource.isRole());
  }

  private static Term term(List<List<List<Rule>>> layers) {
    return new Term(layers.stream().flatMap(List::stream).toList());
  }

  private static List<Rule> about(List<Rule> rules, int action) {
    return rules.stream().filter(rule -> rule.isAbout(action)).toList();
  }

  private static List<Rule> of(List<Rule> rules, Match match) {
    return rules.stream().filter(rule -> rule.match() == match).toList();
  }
}
