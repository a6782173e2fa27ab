package io.cellwall.fleet.change.danger;

import io.cellwall.fleet.change.Action;
import io.cellwall.fleet.change.ResourceChange;
import io.cellwall.fleet.change.StackChange;
import io.cellwall.policies.graph.change.PropertyDifference;
import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.growth.Growth;
import io.cellwall.policies.iam.growth.NewAccess;
import io.cellwall.regions.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody may do what nobody of that name could: a role by its policies, or whomever a resource's
 * policy or a role's trust names. By {@link Growth}, with a witness; beside it, what grants without
 * a document.
 */
final class PermissionGrew implements DangerRule {

  /** What grants without a policy document, and the inputs that say what. */
  private static final Map<String, List<String>> GRANTS =
      Map.ofEntries(
          Map.entry("aws:eks/accessEntry:AccessEntry", List.of("principalArn", "kubernetesGroups")),
          Map.entry(
              "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
              List.of("principalArn", "policyArn", "accessScope")),
          Map.entry(
              "aws:eks/podIdentityAssociation:PodIdentityAssociation",
              List.of("roleArn", "namespace", "serviceAccount")),
          Map.entry(
              "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
              List.of("principalArn")),
          Map.entry(
              "aws:iam/rolePolicyAttachment:RolePolicyAttachment", List.of("role", "policyArn")),
          Map.entry(
              "aws:iam/userPolicyAttachment:UserPolicyAttachment", List.of("user", "policyArn")),
          Map.entry(
              "aws:iam/policyAttachment:PolicyAttachment", List.of("policyArn", "roles", "users")),
          Map.entry("aws:kms/grant:Grant", List.of("granteePrincipal", "operations")),
          Map.entry(
              "aws:lambda/permission:Permission", List.of("principal", "action", "sourceArn")),
          Map.entry("aws:ram/principalAssociation:PrincipalAssociation", List.of("principal")));

  private static final Set<Action> GRANTING =
      Set.of(Action.CREATE, Action.UPDATE, Action.REPLACE, Action.MAY_REPLACE);

  @Override
  public String reason() {
    return "New access is what an attacker inherits: grant the least that the change needs.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    if (delta.change().kind() != StackChange.Kind.CHANGED) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>(documents(delta));
    delta.resources().forEach(each -> granted(each).ifPresent(found::add));
    delta.resources().flatMap(each -> boundary(each).stream()).forEach(found::add);
    return List.copyOf(found);
  }

  private List<Finding> documents(StackDelta delta) {
    Map<PolicyStatements.Holder, PolicyStatements.Held> before =
        PolicyStatements.of(delta.sides().before().orElseThrow()).byHolder();
    List<Finding> found = new ArrayList<>();
    PolicyStatements.of(delta.sides().after().orElseThrow())
        .byHolder()
        .forEach(
            (holder, held) -> {
              Optional<PolicyStatements.Held> was = Optional.ofNullable(before.get(holder));
              found.addAll(grown(holder, was, held));
            });
    return List.copyOf(found);
  }

  private List<Finding> grown(
      PolicyStatements.Holder holder,
      Optional<PolicyStatements.Held> was,
      PolicyStatements.Held held) {
    List<Statement> before = was.map(PolicyStatements.Held::statements).orElse(List.of());
    // To read the list of all actions takes longer than all else.
    List<NewAccess> access =
        before.equals(held.statements())
            ? List.of()
            : Growth.between(ActionCatalogue.bundled(), before, held.statements());
    List<Finding> found = new ArrayList<>();
    if (!access.isEmpty()) {
      String who = holder.name() + (was.isPresent() ? "" : " (new)");
      String more = access.size() > 1 ? " (and " + (access.size() - 1) + " more)" : "";
      found.add(
          danger(
              held.urn(),
              who + ": " + (held.secret() ? "may do more (secret)" : access.get(0)) + more,
              held.secret() ? List.of() : access.stream().map(NewAccess::toString).toList()));
    }
    List<String> unread = new ArrayList<>(held.unreadable());
    was.ifPresent(each -> unread.removeAll(each.unreadable()));
    unread.forEach(
        each ->
            found.add(
                danger(
                    held.urn(),
                    holder.name() + ": a policy cannot be read, so it may allow more: " + each,
                    List.of())));
    return List.copyOf(found);
  }

  private Optional<Finding> granted(ResourceChange resource) {
    List<String> inputs = GRANTS.getOrDefault(resource.type(), List.of());
    if (!GRANTING.contains(resource.action())) {
      return Optional.empty();
    }
    List<String> parts =
        resource.differences().stream()
            .filter(each -> inputs.contains(each.input()) && each.after().isPresent())
            .map(each -> each.path() + " " + each.after().orElseThrow())
            .toList();
    return parts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            danger(
                resource.urn(),
                resource.shown() + " grants: " + String.join(", ", parts),
                List.of()));
  }

  private Optional<Finding> boundary(ResourceChange resource) {
    return resource.action() == Action.CREATE
        ? Optional.empty()
        : resource.differences().stream()
            .filter(each -> each.path().equals("permissionsBoundary"))
            .findFirst()
            .map(each -> boundary(resource, each));
  }

  private Finding boundary(ResourceChange resource, PropertyDifference difference) {
    return danger(resource.urn(), resource.name() + ": its " + difference.words(), List.of());
  }
}
