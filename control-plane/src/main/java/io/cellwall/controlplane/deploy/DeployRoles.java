package io.cellwall.controlplane.deploy;

import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.AccountCeiling;
import io.cellwall.controlplane.policy.KeyStatements;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.review.Acceptance;
import io.cellwall.controlplane.review.Acceptance.Wildcard;
import io.cellwall.controlplane.review.Reviewed;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.iam.CfnManagedPolicy;
import software.amazon.awscdk.services.iam.CfnRole;
import software.constructs.Construct;

/** The two roles of a pipeline, their policies and their boundary. */
public final class DeployRoles extends Construct implements Reviewed {

  private final Place place;
  private final CfnManagedPolicy boundary;
  private final CfnManagedPolicy work;
  private final List<CfnManagedPolicy> policies = new ArrayList<>();
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
      Place place,
      DeployRolePlan plan,
      PolicyDocument previewTrust,
      PolicyDocument deployTrust) {
    super(scope, id);
    this.place = place;
    boundary = policy("Boundary", plan.boundaryName(), plan.boundary());
    work = policy("Work", plan.workName(), plan.work());
    for (int at = 0; at < plan.policies().size(); at++) {
      policies.add(
          policy("Deploy" + (at + 1), plan.policyNames().get(at), plan.policies().get(at)));
    }
    List<CfnManagedPolicy> all = new ArrayList<>(List.of(work));
    all.addAll(policies);
    deploy = role("DeployRole", plan.deploy(), deployTrust, all);
    preview = role("PreviewRole", plan.preview(), previewTrust, List.of(work));
  }

  @Override
  public List<Acceptance> acceptances() {
    List<Acceptance> all = new ArrayList<>();
    all.add(
        Acceptance.wildcards(boundary, Wildcard.ACTION, "[a-z0-9-]+:\\*", AccountCeiling.WHY_WIDE));
    all.add(Acceptance.wildcards(boundary, Wildcard.RESOURCE, ".*\\*", AccountCeiling.WHY_WIDE));
    for (String part : List.of("state", "artifacts")) {
      all.add(
          Acceptance.wildcards(
              work,
              Wildcard.RESOURCE,
              place.bucketArn(place.bucket(part)) + "/.*\\*",
              "Pulumi and CodePipeline make up the names of objects in the stack's bucket of "
                  + part));
    }
    all.add(
        Acceptance.wildcard(
            work, Wildcard.RESOURCE, place.arn("kms", "key/*"), KeyStatements.WHY_ANY_KEY));
    all.add(
        Acceptance.wildcards(
            work,
            Wildcard.RESOURCE,
            place.arn("logs", "log-group:/cellwall/") + place.name() + "/pipeline:\\*",
            "The log streams of the one pipeline, whose names AWS makes up"));
    policies.forEach(each -> all.addAll(deploying(each)));
    return all;
  }

  // What of all this is within a stack's own is proven, of the whole role, by cellwall prove.
  private List<Acceptance> deploying(CfnManagedPolicy policy) {
    String own = "arn:" + place.partition() + ":";
    return List.of(
        Acceptance.wildcards(
            policy,
            Wildcard.ACTION,
            "[a-z0-9-]+:(Describe|GetBucket|List)\\*",
            "Reads no contents; a template has room for 51,200 characters"),
        Acceptance.wildcards(
            policy,
            Wildcard.ACTION,
            "[a-z0-9-]+:(Delete|Modify|Update)\\*",
            "Only of what has the stack's own names; a template has room for 51,200 characters"),
        Acceptance.wildcard(
            policy,
            Wildcard.RESOURCE,
            "*",
            "AWS knows no resource of these actions; a condition says the stack's regions"),
        Acceptance.wildcards(
            policy,
            Wildcard.RESOURCE,
            own + "[a-z0-9-]+:[a-z0-9-]*:" + place.account() + ":.+",
            "Of the stack's account and regions, with its name where AWS does not make up the name"),
        Acceptance.wildcards(
            policy,
            Wildcard.RESOURCE,
            own + "s3:::(" + place.organization() + "-)?" + place.stack() + "-\\*",
            "The stack's buckets by their names, in its account by a condition"),
        Acceptance.wildcards(
            policy,
            Wildcard.RESOURCE,
            own + "ec2:[a-z0-9-]+::image/\\*",
            "Machine images are AWS's own, and their ids change with each release of Kubernetes"),
        Acceptance.wildcards(
            policy,
            Wildcard.RESOURCE,
            own + "route53:::(change|hostedzone)/\\*",
            "AWS makes up the ids of zones, and their ARNs say no account; those of others are out of"
                + " reach, as a zone has no policy that could let them in"));
  }

  /** The ARN of the role that deploys. */
  public String deployArn() {
    return deploy.getAttrArn();
  }

  /** The ARN of the role that plans. */
  public String previewArn() {
    return preview.getAttrArn();
  }

  private CfnManagedPolicy policy(String id, String name, PolicyDocument document) {
    return CfnManagedPolicy.Builder.create(this, id)
        .managedPolicyName(name)
        .policyDocument(document.json())
        .build();
  }

  private CfnRole role(
      String id, String name, PolicyDocument trust, List<CfnManagedPolicy> attached) {
    return CfnRole.Builder.create(this, id)
        .roleName(name)
        .assumeRolePolicyDocument(trust.json())
        .managedPolicyArns(attached.stream().map(CfnManagedPolicy::getRef).toList())
        .permissionsBoundary(boundary.getRef())
        .build();
  }
}
