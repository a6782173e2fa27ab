package io.cellwall.policies.proof.deploy;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.proof.access.StackIdentities;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Asks whether a role may do all that deploying its stack takes. */
final class Sufficiency {

  private final Access access;
  private final ActionCatalogue catalogue;

  /**
   * An action that is not allowed, or not surely.
   *
   * @param refused whether the role may, and only the resource's own policy says no
   */
  record Missing(String action, String arn, AccessVerdict verdict, boolean refused) {}

  /**
   * What was found out.
   *
   * @param asked how many pairs of an action and a resource
   */
  record Told(int asked, List<Missing> missing) {}

  Sufficiency(Access access, ActionCatalogue catalogue) {
    this.access = access;
    this.catalogue = catalogue;
  }

  Told ask(DeployRoleProof.Subject subject, List<Resource> resources, Principal principal) {
    Map<Glob, Resource> known = new HashMap<>();
    resources.forEach(each -> each.arns().forEach(arn -> known.putIfAbsent(arn, each)));
    SortedMap<String, SortedSet<String>> existing = neededByArn(subject);
    SortedMap<String, SortedSet<String>> copies = neededByCopy(subject);
    List<Missing> missing = new ArrayList<>();
    Principal usual = usual(subject, principal);
    // With its own policies: a key's decide together with the role's.
    existing.forEach(
        (arn, actions) ->
            missing.addAll(missing(arn, actions, own(arn, known, principal), usual, principal)));
    // A copy has no policy before it exists.
    copies.forEach(
        (arn, actions) ->
            missing.addAll(missing(arn, actions, own(arn, Map.of(), principal), usual, principal)));
    int asked =
        Stream.concat(existing.values().stream(), copies.values().stream())
            .mapToInt(Set::size)
            .sum();
    return new Told(asked, missing);
  }

  private List<Missing> missing(
      String arn, SortedSet<String> actions, Resource own, Principal usual, Principal principal) {
    Predicate<String> surely = access.surelyAllowed(usual, own);
    List<Missing> missing = new ArrayList<>();
    for (String action : actions) {
      if (surely.test(action)) {
        continue;
      }
      // What depends on the request, such as on the boundary of a new role, needs one that fits.
      AccessVerdict verdict = access.between(List.of(principal), List.of(action), List.of(own));
      if (!(verdict instanceof AccessVerdict.Witness)) {
        boolean refused =
            access.between(List.of(principal), List.of(action), List.of(withoutPolicies(own)))
                instanceof AccessVerdict.Witness;
        missing.add(new Missing(action, arn, verdict, refused));
      }
    }
    return missing;
  }

  // Of the requests that deploying makes, those that most conditions of a deploy role want.
  private static Principal usual(DeployRoleProof.Subject subject, Principal principal) {
    String account = principal.actor().account().orElse("");
    String boundary = "arn:aws:iam::%s:policy/%s-boundary".formatted(account, subject.stack());
    return principal.knowing(
        Facts.NONE
            .with("aws:ResourceAccount", KeyFact.is(account))
            .with("iam:PermissionsBoundary", KeyFact.is(boundary)));
  }

  private static Resource withoutPolicies(Resource own) {
    return new Resource(
        own.arns(),
        own.account(),
        own.region(),
        List.of(),
        own.grants(),
        own.controls(),
        own.facts());
  }

  private SortedMap<String, SortedSet<String>> neededByArn(DeployRoleProof.Subject subject) {
    SortedMap<String, SortedSet<String>> needed = new TreeMap<>();
    for (Node node : new StackIdentities(subject.declared()).withArn().toList()) {
      String arn = node.outputs().text("arn").orElseThrow();
      BitSet acting = catalogue.actingOn(Glob.parse(arn));
      for (String action : subject.needs().getOrDefault(node.type(), List.of())) {
        if (catalogue.matching(actions(action)).intersects(acting)) {
          needed.computeIfAbsent(arn, any -> new TreeSet<>()).add(action);
        }
      }
    }
    return needed;
  }

  private static SortedMap<String, SortedSet<String>> neededByCopy(
      DeployRoleProof.Subject subject) {
    SortedMap<String, SortedSet<String>> needed = new TreeMap<>();
    for (Node node : new StackIdentities(subject.declared()).withArn().toList()) {
      List<String> actions = subject.copyNeeds().getOrDefault(node.type(), List.of());
      if (!actions.isEmpty()) {
        String arn = node.outputs().text("arn").orElseThrow();
        copiedTo(node).forEach(region -> needed.put(inRegion(arn, region), new TreeSet<>(actions)));
      }
    }
    return needed;
  }

  private static Stream<String> copiedTo(Node node) {
    Value replicas = node.inputs().values().get("replicas");
    if (replicas == null || !(replicas.bare() instanceof Value.Items items)) {
      return Stream.empty();
    }
    return items.values().stream()
        .flatMap(
            each ->
                each.bare() instanceof Value.Fields copy
                    ? copy.text("regionName").stream()
                    : Stream.empty());
  }

  // Its name is the same in each region.
  private static String inRegion(String arn, String region) {
    String[] parts = arn.split(":", 5);
    return String.join(":", parts[0], parts[1], parts[2], region, parts[4]);
  }

  private static GlobRegion actions(String action) {
    return GlobRegion.of(List.of(Glob.parse(action.toLowerCase(Locale.ROOT))));
  }

  // A bucket's name says no account; it is the role's own all the same.
  private static Resource own(String arn, Map<Glob, Resource> known, Principal principal) {
    Resource found = known.get(Glob.parse(arn));
    Resource own =
        found == null
            ? Resource.of(arn)
            : new Resource(
                List.of(Glob.parse(arn)),
                found.account(),
                found.region(),
                found.policies(),
                found.grants(),
                found.controls(),
                found.facts());
    return principal.actor().account().map(own::in).orElse(own);
  }
}
