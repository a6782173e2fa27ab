package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.iam.principal.Actor;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Proves that nobody of some principals may act on any of some resources, or shows a request that
 * AWS would allow.
 *
 * <p>A proof over-approximates what is allowed: what cannot be decided counts as allowed where it
 * allows, and as absent where it denies. A witness is checked from the other side before it is
 * shown. What is neither is undecided.
 */
public final class Access {

  /** Every action. */
  public static final List<String> ANY_ACTION = List.of("*");

  private final DocumentIndex index;
  private final BitSet roleSessions;

  /** Judges over the actions of a catalogue. */
  public Access(ActionCatalogue catalogue) {
    this.index = new DocumentIndex(catalogue);
    this.roleSessions = catalogue.matching(GlobRegion.of(List.of(Glob.parse("sts:*"))));
  }

  /** Judges over the actions that AWS had when this version was made. */
  public static Access ofBundledActions() {
    return new Access(ActionCatalogue.bundled());
  }

  /**
   * Proves or refutes that none of the principals may do any of the actions on any of the
   * resources.
   *
   * @param principals who
   * @param actions patterns of actions, such as {@code s3:Get*}; {@link #ANY_ACTION} for all
   * @param resources on what
   * @return the first witness, or all reasons why it is undecided, or the proof
   */
  public AccessVerdict between(
      List<Principal> principals, List<String> actions, List<Resource> resources) {
    List<Crossing> crossings = crossings(principals, actions, resources);
    for (Crossing crossing : crossings) {
      if (crossing.verdict() instanceof AccessVerdict.Witness witness) {
        return witness;
      }
    }
    if (crossings.isEmpty()) {
      return new AccessVerdict.Proven(principals.size() * resources.size());
    }
    Set<String> why = new LinkedHashSet<>();
    crossings.forEach(crossing -> why.addAll(((AccessVerdict.Undecided) crossing.verdict()).why()));
    return new AccessVerdict.Undecided(List.copyOf(why));
  }

  /**
   * Tells, without fail when it says yes, whether the principal's own policies allow none of the
   * actions on anything. A resource's side may still do so.
   */
  public boolean isPowerless(Principal principal, List<String> actions) {
    return !principal.allowsItself()
        && index.allowsNothing(principal.identity(), new Question(actions).actions);
  }

  /**
   * Picks of the actions those that the principal surely may do on the resource, whatever the
   * request leaves open. One that is left out may still be allowed: {@link #between} tells.
   */
  public Predicate<String> surelyAllowed(Principal principal, Resource resource) {
    SureAccess sure = new SureAccess(index, principal, resource);
    return sure::allows;
  }

  /** Every pair that is not proven, in the order given. Parameters as for {@link #between}. */
  public List<Crossing> crossings(
      List<Principal> principals, List<String> actions, List<Resource> resources) {
    Question question = new Question(actions);
    List<Crossing> crossings = new ArrayList<>();
    for (Resource resource : resources) {
      Addressees addressees = Addressees.of(resource);
      boolean silent = question.isSilent(resource);
      for (Principal principal : principals) {
        question
            .judge(principal, resource, silent || !addressees.mayName(principal.actor()))
            .ifPresent(crossings::add);
      }
    }
    return crossings;
  }

  /**
   * Every pair that is not proven, of the resources that are asked about.
   *
   * @param principals who
   * @param actions patterns of actions
   * @param resources on what, of all owners
   * @param asked picks those that the principals must not act on
   */
  public List<Crossing> crossings(
      List<Principal> principals,
      List<String> actions,
      ResourceIndex resources,
      Predicate<Resource> asked) {
    Question question = new Question(actions);
    List<Crossing> crossings = new ArrayList<>();
    for (Principal principal : principals) {
      for (Resource resource : resources.concerning(principal.actor())) {
        if (asked.test(resource)) {
          boolean silent =
              question.isSilent(resource) || !Addressees.of(resource).mayName(principal.actor());
          question.judge(principal, resource, silent).ifPresent(crossings::add);
        }
      }
    }
    return crossings;
  }

  /** The actions that one call asks about. */
  private final class Question {

    private final GlobRegion wanted;
    private final BitSet actions;

    Question(List<String> patterns) {
      this.wanted =
          GlobRegion.of(
              patterns.stream()
                  .map(pattern -> Glob.parse(pattern.toLowerCase(Locale.ROOT)))
                  .toList());
      this.actions = index.catalogue().matching(wanted);
    }

    /**
     * Tells, without fail when it says yes, whether the resource's side allows none of the actions
     * to anybody.
     */
    boolean isSilent(Resource resource) {
      // A trust policy says nothing of anything but sessions.
      boolean ungoverned = resource.isRole() && !actions.intersects(roleSessions);
      return (ungoverned || index.allowsNothing(resource.policies(), actions))
          && index.allowsNothing(resource.grants(), actions);
    }

    Optional<Crossing> judge(Principal principal, Resource resource, boolean silent) {
      if (silent && isApart(principal, resource)) {
        return Optional.empty();
      }
      AccessVerdict verdict = new PairProof(index, principal, resource, wanted).verdict();
      return verdict instanceof AccessVerdict.Proven
          ? Optional.empty()
          : Optional.of(new Crossing(principal, resource, verdict));
    }

    /**
     * Where the resource's side does not let the principal in, only an identity of the same account
     * can be allowed, and only what its own policies allow.
     */
    private boolean isApart(Principal principal, Resource resource) {
      if (!principal.hasIdentity()) {
        return true;
      }
      Actor actor = principal.actor();
      boolean elsewhere =
          actor.account().isPresent()
              && resource.account().isPresent()
              && !actor.account().equals(resource.account());
      return elsewhere
          || (!principal.allowsItself() && index.allowsNothing(principal.identity(), actions));
    }
  }
}
