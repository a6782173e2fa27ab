package io.cellwall.controlplane.deploy;

import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/**
 * The two roles of a stack's pipeline. The one that plans reads the state; the one that deploys may
 * manage what the stack consists of, in its account and regions, and nothing else.
 *
 * @param deploy name of the role that deploys
 * @param preview name of the role that plans
 * @param boundaryName name of the policy that bounds both
 * @param boundary the policy that bounds both
 * @param policies what the role that deploys may do, in as many policies as IAM's limits ask for
 * @param previewPolicy what the role that plans may do
 * @param policyPrefix what the policies' names start with
 */
public record DeployRolePlan(
    String deploy,
    String preview,
    String boundaryName,
    PolicyDocument boundary,
    List<PolicyDocument> policies,
    PolicyDocument previewPolicy,
    String policyPrefix) {

  /**
   * The most managed policies that a role may have.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM's
   *     quotas</a>
   */
  static final int MOST_POLICIES = 10;

  public DeployRolePlan {
    policies = List.copyOf(policies);
    if (policies.size() > MOST_POLICIES) {
      throw new IllegalArgumentException(
          deploy + " needs " + policies.size() + " policies; IAM attaches 10 to a role at most");
    }
  }

  /**
   * The roles of a stack.
   *
   * @param regions where it has resources, its own first
   * @param resourceTypes the types that it creates, as Pulumi has them
   * @param work what both need to work in the pipeline: state, artifacts, logs, keys
   * @throws IllegalArgumentException if it is not known what one of the types needs
   */
  public static DeployRolePlan of(
      Place place, List<String> regions, SortedSet<String> resourceTypes, List<Statement> work) {
    StackStatements stack = new StackStatements(place, regions, resourceTypes);
    List<Statement> all = new ArrayList<>(work);
    all.addAll(stack.all());
    return new DeployRolePlan(
        place.named("deploy"),
        place.named("preview"),
        place.named("boundary"),
        Boundary.of(place, regions, stack),
        PolicyDocument.packed(all),
        new PolicyDocument(work),
        place.named("deploy"));
  }
}
