package io.cellwall.policies.iam.escalation;

import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Crossing;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.glob.Glob;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Proves the same as {@link Access}, after everybody has become all that they can become.
 *
 * <p>Whatever is not proven impossible is a step. A witness at the end of certain steps is a
 * witness; after a step that could not be decided it is undecided.
 */
public final class Escalation {

  private final Access access;
  private final World world;

  /** Judges in a world. */
  public Escalation(Access access, World world) {
    this.access = access;
    this.world = world;
  }

  /** Everybody that these can become, themselves first. */
  public List<Reached> reach(List<Principal> start) {
    return new Closure(access, world).of(start);
  }

  /**
   * Proves or refutes that none of the principals, nor anybody they can become, may do any of the
   * actions on any of the resources, or open one of them to others.
   *
   * @return the first witness, or all reasons why it is undecided, or the proof
   */
  public AccessVerdict between(
      List<Principal> principals, List<String> actions, List<Resource> resources) {
    List<Crossing> crossings = crossings(principals, actions, resources);
    Optional<AccessVerdict> witness =
        crossings.stream()
            .map(Crossing::verdict)
            .filter(AccessVerdict.Witness.class::isInstance)
            .findFirst();
    if (crossings.isEmpty()) {
      return new AccessVerdict.Proven(principals.size() * resources.size());
    }
    Set<String> why = new LinkedHashSet<>();
    crossings.stream()
        .map(Crossing::verdict)
        .filter(AccessVerdict.Undecided.class::isInstance)
        .forEach(verdict -> why.addAll(((AccessVerdict.Undecided) verdict).why()));
    return witness.orElseGet(() -> new AccessVerdict.Undecided(List.copyOf(why)));
  }

  /** Every pair that is not proven; the principal is the one that acts in the end. */
  public List<Crossing> crossings(
      List<Principal> principals, List<String> actions, List<Resource> resources) {
    List<String> wanted = Stream.concat(actions.stream(), Powers.OPEN.stream()).distinct().toList();
    List<Resource> all = Stream.concat(resources.stream(), shares(resources)).toList();
    Map<Principal, Reached> reached = new LinkedHashMap<>();
    reach(principals).forEach(each -> reached.putIfAbsent(each.principal(), each));
    List<Crossing> crossings = new ArrayList<>();
    for (Crossing crossing : access.crossings(List.copyOf(reached.keySet()), wanted, all)) {
      Reached by = reached.get(crossing.principal());
      crossings.add(by == null ? crossing : along(by, crossing));
    }
    return crossings;
  }

  private static Crossing along(Reached reached, Crossing crossing) {
    List<String> path = reached.path().stream().map(Step::toString).toList();
    if (path.isEmpty()) {
      return crossing;
    }
    String prefix = String.join("; ", path) + "; then ";
    AccessVerdict verdict = crossing.verdict();
    if (verdict instanceof AccessVerdict.Witness witness) {
      verdict =
          reached.isCertain()
              ? witness.after(path)
              : new AccessVerdict.Undecided(List.of(witness.after(path).toString()));
    } else if (verdict instanceof AccessVerdict.Undecided undecided) {
      verdict = new AccessVerdict.Undecided(undecided.why().stream().map(prefix::concat).toList());
    }
    return new Crossing(crossing.principal(), crossing.resource(), verdict);
  }

  /**
   * The resource shares of the accounts: whoever can change them can share what the account has.
   */
  private static Stream<Resource> shares(List<Resource> resources) {
    return resources.stream()
        .flatMap(resource -> resource.account().stream())
        .distinct()
        .map(account -> Resource.of("arn:aws:ram:*:" + account + ":resource-share/*"))
        .filter(share -> !share.arns().contains(Glob.ANYTHING));
  }
}
