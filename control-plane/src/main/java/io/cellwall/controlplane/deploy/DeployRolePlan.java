package io.cellwall.controlplane.deploy;

import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.DeployRoleNames;
import io.cellwall.regions.model.StackName;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;

/**
 * The two roles of a stack's pipeline. The one that plans reads the state; the one that deploys may
 * manage what the stack consists of, in its account and regions, and nothing else.
 *
 * @param deploy name of the role that deploys
 * @param preview name of the role that plans
 * @param boundaryName name of the policy that bounds both
 * @param boundary the policy that bounds both
 * @param workName name of the policy of what both may do
 * @param work what both may do: work with the state, and in the pipeline
 * @param policies what else the role that deploys may do, in as many policies as IAM's limits ask
 *     for
 * @param policyNames their names
 */
public record DeployRolePlan(
    String deploy,
    String preview,
    String boundaryName,
    PolicyDocument boundary,
    String workName,
    PolicyDocument work,
    List<PolicyDocument> policies,
    List<String> policyNames) {

  /**
   * The most managed policies that a role may have.
   *
   * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html">IAM's
   *     quotas</a>
   */
  static final int MOST_POLICIES = 10;

  public DeployRolePlan {
    policies = List.copyOf(policies);
    policyNames = List.copyOf(policyNames);
    if (policies.size() + 1 > MOST_POLICIES) {
      throw new IllegalArgumentException(
          deploy
              + " needs "
              + (policies.size() + 1)
              + " policies; IAM attaches 10 to a role at most");
    }
  }

  /**
   * The roles of a stack.
   *
   * @param regions where it has resources
   * @param resourceTypes the types that it creates, as Pulumi has them
   * @param work what both need to work in the pipeline: state, artifacts, logs, keys
   * @throws IllegalArgumentException if it is not known what one of the types needs
   */
  public static DeployRolePlan of(
      Place place, Regions regions, SortedSet<String> resourceTypes, List<Statement> work) {
    StackStatements stack = new StackStatements(place, regions, resourceTypes);
    DeployRoleNames names = new DeployRoleNames(StackName.parse(place.stack()));
    List<PolicyDocument> policies = PolicyDocument.packed(stack.all());
    return new DeployRolePlan(
        names.deploy(),
        names.preview(),
        names.boundary(),
        Boundary.of(place, regions, stack),
        names.workPolicy(),
        new PolicyDocument(work),
        policies,
        IntStream.rangeClosed(1, policies.size()).mapToObj(names::deployPolicy).toList());
  }
}
