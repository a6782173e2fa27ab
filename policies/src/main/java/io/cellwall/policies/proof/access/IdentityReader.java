package io.cellwall.policies.proof.access;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.iam.access.Principal;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.PolicyKind;
import io.cellwall.policies.iam.document.PolicyParser;
import io.cellwall.policies.iam.escalation.Identity;
import io.cellwall.policies.iam.escalation.Workload;
import io.cellwall.policies.iam.principal.Actor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the roles and users of a stack with all that they may do, and what runs as them. */
final class IdentityReader {

  /** Types that hold a policy of a role or user, and the property that names whose. */
  private static final Map<String, String> HOLDERS =
      Map.of(
          "aws:iam/rolePolicy:RolePolicy", "role",
          "aws:iam/userPolicy:UserPolicy", "user",
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role",
          "aws:iam/userPolicyAttachment:UserPolicyAttachment", "user",
          "aws:iam/policyAttachment:PolicyAttachment", "roles");

  /** Types that run code as a role, and the property that names it. */
  private static final Map<String, String> RUNNERS =
      Map.of(
          "aws:lambda/function:Function", "role",
          "aws:codebuild/project:Project", "serviceRole",
          "aws:ecs/taskDefinition:TaskDefinition", "taskRoleArn",
          "aws:ec2/instance:Instance", "iamInstanceProfile",
          "aws:eks/podIdentityAssociation:PodIdentityAssociation", "roleArn",
          "aws:sfn/stateMachine:StateMachine", "roleArn");

  private final ResourceGraph graph;
  private final Arns arns;

  IdentityReader(ResourceGraph graph) {
    this.graph = graph;
    this.arns = new Arns(graph);
  }

  List<Identity> identities() {
    return graph.of(Node.Kind.RESOURCE).stream()
        .filter(node -> isRole(node) || node.type().equals("aws:iam/user:User"))
        .filter(node -> node.outputs().text("arn").isPresent())
        .map(this::identity)
        .toList();
  }

  List<Workload> workloads() {
    List<Workload> found = new ArrayList<>();
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      String property = RUNNERS.get(node.type());
      if (property != null) {
        role(node, property)
            .ifPresent(
                role ->
                    found.add(
                        new Workload(
                            new Resource(
                                arns.of(node),
                                arns.account(node),
                                arns.region(node),
                                List.of(),
                                List.of(),
                                List.of(),
                                Facts.NONE),
                            role)));
      }
    }
    return found;
  }

  // An instance names a profile, and the profile a role.
  private Optional<String> role(Node node, String property) {
    return node.inputs()
        .text(property)
        .flatMap(name -> graph.named(name).stream().findFirst())
        .flatMap(
            named ->
                named.type().equals("aws:iam/instanceProfile:InstanceProfile")
                    ? role(named, "role")
                    : named.outputs().text("arn"))
        .or(() -> node.inputs().text(property).filter(text -> text.startsWith("arn:")));
  }

  private static boolean isRole(Node node) {
    return node.type().equals("aws:iam/role:Role");
  }

  private Identity identity(Node node) {
    String arn = node.outputs().text("arn").orElse("");
    List<PolicyDocument> may = new ArrayList<>();
    List<String> managed = new ArrayList<>();
    inline(node, may);
    Texts.of(node, "managedPolicyArns").forEach(policy -> attach(policy, may, managed));
    for (Node by : graph.of(Node.Kind.RESOURCE)) {
      String property = HOLDERS.get(by.type());
      if (property != null && Texts.of(by, property).stream().anyMatch(name -> means(name, node))) {
        Texts.of(by, "policyArn").forEach(policy -> attach(policy, may, managed));
        Texts.of(by, "policy").forEach(json -> may.add(parse(by, "policy", json)));
      }
    }
    Actor actor = isRole(node) ? Actor.Role.of(arn) : Actor.User.of(arn);
    Principal principal = Principal.of(actor, may.toArray(PolicyDocument[]::new));
    Optional<PolicyDocument> bounds =
        Texts.of(node, "permissionsBoundary").stream()
            .findFirst()
            .map(policy -> managed(policy, PolicyKind.BOUNDARY));
    Identity identity =
        Identity.of(
            bounds.map(principal::boundedBy).orElse(principal),
            Texts.of(node, "assumeRolePolicy").stream()
                .map(
                    json ->
                        PolicyParser.parse(
                            new PolicyPlace(node.urn(), "assumeRolePolicy", false).document(),
                            PolicyKind.TRUST,
                            json))
                .toArray(PolicyDocument[]::new));
    return identity.attached(managed.toArray(String[]::new));
  }

  private static boolean means(String name, Node node) {
    return name.equals(Texts.UNKNOWN)
        || node.identities().contains(name)
        || name.equals(node.inputs().text("name").orElse(node.name()));
  }

  private void inline(Node node, List<PolicyDocument> may) {
    Value inline = node.inputs().values().get("inlinePolicies");
    if (inline != null) {
      inline.walk(
          "inlinePolicies",
          false,
          new Value.Visitor() {
            @Override
            public void text(String path, String text, boolean secret) {
              if (path.endsWith(".policy")) {
                may.add(parse(node, path, text));
              }
            }

            @Override
            public void unknown(String path) {
              may.add(parse(node, path, Texts.UNKNOWN));
            }
          });
    }
  }

  private void attach(String arn, List<PolicyDocument> may, List<String> managed) {
    may.add(managed(arn, PolicyKind.IDENTITY));
    if (!arn.contains(":iam::aws:")) {
      managed.add(arn);
    }
  }

  /** A managed policy: one of the graph, or AWS's one that allows all; any other is unknown. */
  private PolicyDocument managed(String arn, PolicyKind kind) {
    for (Node node : graph.named(arn)) {
      if (node.type().equals("aws:iam/policy:Policy")) {
        return PolicyParser.parse(
            new PolicyPlace(node.urn(), "policy", false).document(),
            kind,
            Texts.of(node, "policy").stream().findFirst().orElse(Texts.UNKNOWN));
      }
    }
    return arn.endsWith(":iam::aws:policy/AdministratorAccess")
        ? PolicyDocument.allowingAll(arn, kind)
        : PolicyDocument.unknown(arn.equals(Texts.UNKNOWN) ? "a managed policy" : arn, kind);
  }

  private static PolicyDocument parse(Node node, String property, String json) {
    return PolicyParser.parse(
        new PolicyPlace(node.urn(), property, false).document(), PolicyKind.IDENTITY, json);
  }
}
