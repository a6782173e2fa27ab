package io.cellwall.policies.proof.deploy;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.iam.access.AccessVerdict;
import io.cellwall.policies.iam.access.Crossing;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.access.ResourceIndex;
import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.escalation.Identity;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import io.cellwall.policies.proof.access.StackIdentities;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Both sides of what a deploy role may do: every action that its stack's types need, on the
 * resources that the stack has, is allowed; and nothing that another stack has is in its reach, nor
 * anything that would widen itself.
 */
public final class DeployRoleProof {

  /** What changes who may do what. */
  private static final List<String> WIDENING =
      List.of(
          "iam:Add*",
          "iam:Attach*",
          "iam:Create*",
          "iam:Delete*",
          "iam:Detach*",
          "iam:Pass*",
          "iam:Put*",
          "iam:Remove*",
          "iam:Set*",
          "iam:Tag*",
          "iam:Untag*",
          "iam:Update*");

  private final Access access;
  private final ActionCatalogue catalogue;
  private final FleetAccounts accounts;

  /**
   * One stack.
   *
   * @param declared what its program declares
   * @param controlPlane what must exist before it
   * @param role name of its deploy role
   * @param needs what must be allowed, by the type of resource
   */
  public record Subject(
      ResourceGraph declared,
      ResourceGraph controlPlane,
      String role,
      SortedMap<String, List<String>> needs) {

    String stack() {
      return declared.stack();
    }
  }

  /**
   * What was found out of one role.
   *
   * @param needed how many pairs of an action and a resource it must be allowed, and is
   * @param elsewhere how many resources of other stacks it was asked about
   * @param findings what is not proven; empty: both sides are
   */
  public record Proven(
      String stack, String role, int needed, int elsewhere, List<Finding> findings) {

    /** Tells whether both sides are proven. */
    public boolean holds() {
      return findings.stream().noneMatch(Finding::blocks);
    }
  }

  /**
   * Proves with AWS's list of actions.
   *
   * @param accounts whose the accounts are; between the two cells of a pair that shares one, what is
   *     not proven is a warning, as it is for their other roles
   */
  public DeployRoleProof(ActionCatalogue catalogue, FleetAccounts accounts) {
    this.catalogue = catalogue;
    this.accounts = accounts;
    this.access = new Access(catalogue);
  }

  /** Proves it of each role, against all the others' stacks. */
  public List<Proven> prove(List<Subject> subjects) {
    Map<String, List<Resource>> resources = new LinkedHashMap<>();
    subjects.forEach(
        each ->
            resources.put(
                each.stack(),
                new StackIdentities(each.declared().with(each.controlPlane())).resources()));
    return subjects.parallelStream().map(each -> prove(each, resources)).toList();
  }

  private Proven prove(Subject subject, Map<String, List<Resource>> resources) {
    String stack = subject.stack();
    Optional<Identity> role = new StackIdentities(subject.controlPlane()).role(subject.role());
    if (role.isEmpty()) {
      return new Proven(
          stack,
          subject.role(),
          0,
          0,
          List.of(
              finding(
                  "DeployRoleTooWeak",
                  Severity.UNDECIDED,
                  subject,
                  "its control plane has no role of this name",
                  List.of())));
    }
    List<Finding> findings = new ArrayList<>();
    Principal principal = role.get().principal();
    int needed = sufficient(subject, principal, findings);
    int elsewhere = powerlessElsewhere(subject, principal, resources, findings);
    cannotWiden(subject, principal, findings);
    return new Proven(stack, subject.role(), needed, elsewhere, List.copyOf(findings));
  }

  private int sufficient(Subject subject, Principal principal, List<Finding> findings) {
    Map<Glob, Resource> known = new HashMap<>();
    new StackIdentities(subject.declared())
        .resources()
        .forEach(each -> each.arns().forEach(arn -> known.putIfAbsent(arn, each)));
    SortedMap<String, String> asked = new TreeMap<>();
    for (Node node : new StackIdentities(subject.declared()).withArn().toList()) {
      String arn = node.outputs().text("arn").orElseThrow();
      BitSet acting = catalogue.actingOn(Glob.parse(arn));
      for (String action : subject.needs().getOrDefault(node.type(), List.of())) {
        if (catalogue.matching(actions(action)).intersects(acting)) {
          asked.put(action + " " + arn, node.urn());
        }
      }
    }
    asked.forEach(
        (question, urn) -> {
          String[] parts = question.split(" ", 2);
          AccessVerdict verdict =
              access.between(List.of(principal), List.of(parts[0]), List.of(own(parts[1], known, principal)));
          if (!(verdict instanceof AccessVerdict.Witness)) {
            findings.add(
                finding(
                    "DeployRoleTooWeak",
                    verdict instanceof AccessVerdict.Proven
                        ? Severity.VIOLATION
                        : Severity.UNDECIDED,
                    subject,
                    "it may not "
                        + parts[0]
                        + " on "
                        + parts[1]
                        + ", which deploying the stack takes",
                    List.of(subject.role(), parts[0], parts[1])));
          }
        });
    return asked.size();
  }

  // A bucket's name says no account; it is the role's own all the same.
  private static Resource own(String arn, Map<Glob, Resource> known, Principal principal) {
    // With its own policies: a key's decide together with the role's.
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

  private static GlobRegion actions(String action) {
    return GlobRegion.of(List.of(Glob.parse(action.toLowerCase(Locale.ROOT))));
  }

  private int powerlessElsewhere(
      Subject subject,
      Principal principal,
      Map<String, List<Resource>> resources,
      List<Finding> findings) {
    int asked = 0;
    for (Map.Entry<String, List<Resource>> other : resources.entrySet()) {
      if (!other.getKey().equals(subject.stack())) {
        asked += other.getValue().size();
        List<Crossing> crossings =
            access.crossings(
                List.of(principal),
                Access.ANY_ACTION,
                ResourceIndex.of(other.getValue()),
                any -> true);
        if (accounts.isPair(subject.stack(), other.getKey())) {
          crossings.stream()
              .findFirst()
              .ifPresent(
                  first -> findings.add(shared(subject, other.getKey(), first, crossings.size())));
        } else {
          crossings.forEach(crossing -> findings.add(tooWide(subject, crossing)));
        }
      }
    }
    return asked;
  }

  private static Finding shared(Subject subject, String other, Crossing first, int count) {
    return finding(
        "DeployRoleTooWide",
        Severity.WARNING,
        subject,
        "it shares its account with %s and is not proven powerless over %d of its resources: %s"
            .formatted(other, count, first.verdict()),
        List.of(subject.role(), other));
  }

  private void cannotWiden(Subject subject, Principal principal, List<Finding> findings) {
    List<Resource> own =
        new StackIdentities(subject.controlPlane())
            .withArn()
            .filter(node -> node.type().startsWith("aws:iam/"))
            .map(node -> Resource.of(node.outputs().text("arn").orElseThrow()))
            .toList();
    access
        .crossings(List.of(principal), WIDENING, own)
        .forEach(crossing -> findings.add(tooWide(subject, crossing)));
    // A role that nothing bounds, or something else bounds, could do what this one may not.
    String account = principal.actor().account().orElse("*");
    Resource anyRole = Resource.of("arn:*:iam::" + account + ":role/*").in(account);
    for (KeyFact bound :
        List.of(
            KeyFact.absent(), KeyFact.is("arn:aws:iam::" + account + ":policy/any-other-policy"))) {
      Principal maker =
          principal.knowing(Facts.NONE.with("iam:PermissionsBoundary", bound));
      access
          .crossings(
              List.of(maker),
              List.of("iam:CreateRole", "iam:PutRolePermissionsBoundary"),
              List.of(anyRole))
          .forEach(crossing -> findings.add(tooWide(subject, crossing)));
    }
  }

  private static Finding tooWide(Subject subject, Crossing crossing) {
    AccessVerdict verdict = crossing.verdict();
    return finding(
        "DeployRoleTooWide",
        verdict instanceof AccessVerdict.Witness ? Severity.VIOLATION : Severity.UNDECIDED,
        subject,
        verdict + "; it must manage its own stack alone",
        List.of(
            subject.role(),
            verdict instanceof AccessVerdict.Witness witness ? witness.action() : "?",
            crossing.resource().name()));
  }

  private static Finding finding(
      String rule, Severity severity, Subject subject, String message, List<String> path) {
    return new Finding(
        rule,
        severity,
        "control-plane-" + subject.stack() + "::" + subject.role(),
        message,
        rule.equals("DeployRoleTooWide")
            ? "narrow the statement in module control-plane, package deploy"
            : "allow it in module control-plane, package deploy",
        path,
        Optional.empty());
  }
}
