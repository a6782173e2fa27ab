package io.cellwall.policies.rules.program;

import io.cellwall.policies.census.Census;
import io.cellwall.policies.census.PropertyKind;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.ownership.NodeTexts.Held;
import io.cellwall.policies.rules.ControlPlane;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.StackName;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A stack declares, changes or adopts what its control plane has: the boundary of the role that
 * deploys it, that role, the bucket of its state.
 *
 * <p>Whose a thing is its name tells, and where a stack gives only the beginning of a name, that
 * beginning. A name that is not known yet is {@link io.cellwall.policies.rules.UnknownValue}'s to
 * say; it is judged here once it is known, before the resource is made. Keys have no names: a
 * literal id of one is a {@link io.cellwall.policies.rules.ForeignReference}.
 */
public final class ChangedControlPlane implements Rule {

  /** The modules of the provider that have the types of what a control plane consists of. */
  private static final Set<String> MODULES =
      Set.of(
          "budgets",
          "cloudformation",
          "cloudtrail",
          "cloudwatch",
          "codebuild",
          "codepipeline",
          "iam",
          "kms",
          "s3",
          "sns");

  /** What names a thing of the same module, and leaves it as it is. */
  private static final Set<String> USES =
      Set.of("permissionsBoundary", "snsTopicName", "targetBucket");

  @Override
  public String explanation() {
    return "The control plane bounds what a deployment may do. A stack that changes it could lift"
        + " its own bounds, and what two declare each takes back from the other.";
  }

  @Override
  public String fix() {
    return "leave it to the control plane's template; give what the stack declares a name that"
        + " starts with the stack's";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_permissions_define_guardrails.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE
        || !MODULES.contains(module(node))
        || ControlPlane.declares(node, context.home())) {
      return List.of();
    }
    StackName stack = context.home().stack();
    return Stream.concat(
            node.options().importId().stream().map(id -> new Held("importId", id, false)),
            context.texts(node).all().stream().filter(held -> isSubject(node, held)))
        .filter(held -> ControlPlane.isNamed(held.text(), stack))
        .map(held -> finding(node, held, stack))
        .toList();
  }

  private Finding finding(Node node, Held held, StackName stack) {
    return Crossing.of(this, node)
        .violation(
            held.path(),
            "%s is %s, which the control plane of %s has; it must be what %s itself declares"
                .formatted(held.path(), held.shown(), stack, stack));
  }

  // What the resource is, or is a part of. What stands deeper is used: a destination, a key.
  private static boolean isSubject(Node node, Held held) {
    Optional<PropertyKind> kind =
        held.path().contains(".")
            ? Optional.empty()
            : Census.provided().kindOf(node.type(), held.path());
    return !USES.contains(held.path())
        && kind.flatMap(each -> service(module(node), each, held.text()))
            .filter(service -> isOf(module(node), service))
            .isPresent();
  }

  // The service of what a value names; empty where it names nothing.
  private static Optional<String> service(String module, PropertyKind kind, String text) {
    return switch (kind) {
      case BUCKET -> Optional.of("s3");
      case NAME, REFERENCE -> {
        String[] arn = text.split(":", 4);
        boolean alias = text.startsWith("alias/");
        yield Optional.of(
            arn.length == 4 && arn[0].equals("arn") ? arn[2] : alias ? "kms" : module);
      }
      default -> Optional.empty();
    };
  }

  // CloudWatch's module has EventBridge and the logs too.
  private static boolean isOf(String module, String service) {
    return service.equals(module)
        || (module.equals("cloudwatch") && Set.of("events", "logs").contains(service));
  }

  // aws:iam/role:Role is of iam.
  private static String module(Node node) {
    String[] parts = node.type().split("[:/]", 3);
    return parts[0].equals("aws") && parts.length == 3 ? parts[1] : "";
  }
}
