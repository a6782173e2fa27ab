package io.cellwall.policies.proof.deploy;

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
import io.cellwall.policies.proof.access.StackIdentities;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Both sides of what a deploy role may do: every action that its stack's types need, on the
 * resources that the stack has, is allowed; and nothing that another stack has is in its reach, nor
 * anything that would widen itself, and nobody may be it but who deploys this stack.
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
   * @param copyNeeds what a copy in another region takes, there and before it exists, by the type
   */
  public record Subject(
      ResourceGraph declared,
      ResourceGraph controlPlane,
      String role,
      SortedMap<String, List<String>> needs,
      SortedMap<String, List<String>> copyNeeds) {

    String stack() {
      return declared.stack();
    }
  }

  /** What a stack has: of its own, and its control plane with it. */
  private record Inside(Subject subject, List<Resource> own, List<Resource> all) {

    static Inside of(Subject subject) {
      return new Inside(
          subject,
          new StackIdentities(subject.declared()).resources(),
          new StackIdentities(subject.declared().with(subject.controlPlane())).resources());
    }
  }

  /**
   * What was found out of one role.
   *
   * @param needed how many pairs of an action and a resource it must be allowed, and is
   * @param elsewhere how many resources of other stacks its account has, or may have
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
   * @param accounts whose the accounts are; between the two cells of a pair that shares one, what
   *     is not proven is a warning, as it is for their other roles
   */
  public DeployRoleProof(ActionCatalogue catalogue, FleetAccounts accounts) {
    this.catalogue = catalogue;
    this.accounts = accounts;
    this.access = new Access(catalogue);
  }

  /** Proves it of each role, against all the others' stacks. */
  public List<Proven> prove(List<Subject> subjects) {
    List<Inside> all = subjects.parallelStream().map(Inside::of).toList();
    return all.parallelStream().map(each -> prove(each, all)).toList();
  }

  private Proven prove(Inside inside, List<Inside> all) {
    Subject subject = inside.subject();
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
    int needed = sufficient(inside, principal, findings);
    int elsewhere = powerlessElsewhere(inside, principal, all, findings);
    cannotWiden(subject, principal, findings);
    new Trusted(stack, principal.actor().account().orElse(""))
        .problems(role.get())
        .forEach(
            problem ->
                findings.add(
                    finding(
                        "DeployRoleTooWide",
                        Severity.VIOLATION,
                        subject,
                        problem,
                        List.of(subject.role()))));
    return new Proven(stack, subject.role(), needed, elsewhere, List.copyOf(findings));
  }

  private int sufficient(Inside inside, Principal principal, List<Finding> findings) {
    Sufficiency.Told told =
        new Sufficiency(access, catalogue).ask(inside.subject(), inside.own(), principal);
    told.missing().forEach(missing -> findings.add(tooWeak(inside.subject(), missing)));
    return told.asked();
  }

  /**
   * In other accounts the role can do nothing that a resource's own policies do not let it, and
   * that is proven of whoever there is in an account; so here only its own account counts.
   */
  private int powerlessElsewhere(
      Inside inside, Principal principal, List<Inside> all, List<Finding> findings) {
    Subject subject = inside.subject();
    int asked = 0;
    for (Inside other : all) {
      if (other.subject().stack().equals(subject.stack())) {
        continue;
      }
      List<Resource> near = other.all().stream().filter(each -> mayBeIn(each, principal)).toList();
      asked += near.size();
      List<Crossing> crossings =
          near.isEmpty()
              ? List.of()
              : access.crossings(
                  List.of(principal), Access.ANY_ACTION, ResourceIndex.of(near), any -> true);
      String stack = other.subject().stack();
      if (accounts.isPair(subject.stack(), stack)) {
        crossings.stream()
            .findFirst()
            .ifPresent(first -> findings.add(shared(subject, stack, first, crossings.size())));
      } else {
        crossings.forEach(crossing -> findings.add(tooWide(subject, crossing)));
      }
    }
    return asked;
  }

  private static boolean mayBeIn(Resource resource, Principal principal) {
    return resource.account().isEmpty()
        || principal.actor().account().map(resource.account().get()::equals).orElse(true);
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
      Principal maker = principal.knowing(Facts.NONE.with("iam:PermissionsBoundary", bound));
      access
          .crossings(
              List.of(maker),
              List.of("iam:CreateRole", "iam:PutRolePermissionsBoundary"),
              List.of(anyRole))
          .forEach(crossing -> findings.add(tooWide(subject, crossing)));
    }
  }

  private static Finding tooWeak(Subject subject, Sufficiency.Missing missing) {
    Severity severity =
        missing.verdict() instanceof AccessVerdict.Proven ? Severity.VIOLATION : Severity.UNDECIDED;
    return finding(
        "DeployRoleTooWeak",
        missing.refused() ? Severity.WARNING : severity,
        subject,
        (missing.refused()
                ? "the resource's own policy refuses it %s on %s, which a change to the stack may take"
                : "it may not %s on %s, which deploying the stack takes")
            .formatted(missing.action(), missing.arn()),
        List.of(subject.role(), missing.action(), missing.arn()));
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
        fix(rule, severity),
        path,
        Optional.empty());
  }

  private static String fix(String rule, Severity severity) {
    if (rule.equals("DeployRoleTooWeak")) {
      return "allow it in module control-plane, package deploy";
    }
    return severity == Severity.WARNING
        ? "IAM tells hosted zones and keys of one account not apart by a stack's name; where that must"
            + " not be, give each cell of the pair an account of its own"
        : "narrow the statement in module control-plane, package deploy";
  }
}
