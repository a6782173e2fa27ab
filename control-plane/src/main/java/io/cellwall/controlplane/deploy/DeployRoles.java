package io.cellwall.controlplane.deploy;

import io.cellwall.controlplane.policy.PolicyDocument;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.iam.CfnManagedPolicy;
import software.amazon.awscdk.services.iam.CfnRole;
import software.constructs.Construct;

/** The two roles of a pipeline, their policies and their boundary. */
public final class DeployRoles extends Construct {

  private final CfnRole deploy;
  private final CfnRole preview;

  /**
   * Makes them.
   *
   * @param previewTrust who works as the role that plans
   * @param deployTrust who works as the role that deploys
   */
  public DeployRoles(
      Construct scope,
      String id,
      DeployRolePlan plan,
      PolicyDocument previewTrust,
      PolicyDocument deployTrust) {
    super(scope, id);
    String boundary = policy("Boundary", plan.boundaryName(), plan.boundary());
    String work = policy("Work", plan.workName(), plan.work());
    List<String> policies = new ArrayList<>(List.of(work));
    for (int number = 1; number <= plan.policies().size(); number++) {
      policies.add(
          policy(
              "Deploy" + number,
              plan.policyPrefix() + "-" + number,
              plan.policies().get(number - 1)));
    }
    deploy = role("DeployRole", plan.deploy(), deployTrust, policies, boundary);
    preview = role("PreviewRole", plan.preview(), previewTrust, List.of(work), boundary);
  }

  /** The ARN of the role that deploys. */
  public String deployArn() {
    return deploy.getAttrArn();
  }

  /** The ARN of the role that plans. */
  public String previewArn() {
    return preview.getAttrArn();
  }

  private String policy(String id, String name, PolicyDocument document) {
    return CfnManagedPolicy.Builder.create(this, id)
        .managedPolicyName(name)
        .policyDocument(document.json())
        .build()
        .getRef();
  }

  private CfnRole role(
      String id, String name, PolicyDocument trust, List<String> policies, String boundary) {
    return CfnRole.Builder.create(this, id)
        .roleName(name)
        .assumeRolePolicyDocument(trust.json())
        .managedPolicyArns(policies)
        .permissionsBoundary(boundary)
        .build();
  }
}
