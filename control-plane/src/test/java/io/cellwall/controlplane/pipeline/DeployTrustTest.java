package io.cellwall.controlplane.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.controlplane.ExampleStacks;
import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.regions.model.DeployIdentity;
import io.cellwall.regions.model.DeployRules;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StateBackend;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeployTrustTest {

  private static final String STACK = "eu-west-1-cell-03";
  private static final DeployIdentity WORKFLOWS =
      new DeployIdentity("token.actions.githubusercontent.com", "sts.amazonaws.com", "acme/fleet");

  private static final Statement BUILDS =
      Statement.allow("WorkForThisStackAlone", "sts:AssumeRole")
          .by("Service", "codebuild.amazonaws.com")
          .when("StringEquals", "aws:SourceAccount", "206626436606")
          .when(
              "ArnEquals",
              "aws:SourceArn",
              "arn:aws:codebuild:eu-west-1:206626436606:project/control-plane-eu-west-1-cell-03-up");

  private static PipelinePlan plan(Optional<DeployIdentity> identity) {
    Inventory inventory = ExampleStacks.inventory();
    StackHome home = StackHome.of(inventory, StackName.parse(STACK));
    return PipelinePlan.of(
        Place.of(inventory, home),
        new StateBackend(home),
        Release.parse("2026.11.0"),
        new DeployRules(DeployRules.Approval.EDGES, 1_000, Optional.empty(), identity),
        false,
        "arn:aws:sns:eu-west-1:206626436606:topic",
        "logs");
  }

  @Test
  void should_trust_the_stacks_own_build_alone_where_the_fleet_names_nobody_else() {
    assertThat(plan(Optional.empty()).upTrust()).isEqualTo(PolicyDocument.of(BUILDS));
  }

  @Test
  void should_trust_workflows_of_one_repository_in_the_environment_of_the_stack_too() {
    Statement workflows =
        Statement.allow("WorkflowsOfThisStackAlone", "sts:AssumeRoleWithWebIdentity")
            .by(
                "Federated",
                "arn:aws:iam::206626436606:oidc-provider/token.actions.githubusercontent.com")
            .when("StringEquals", "token.actions.githubusercontent.com:aud", "sts.amazonaws.com")
            .when(
                "StringEquals",
                "token.actions.githubusercontent.com:sub",
                "repo:acme/fleet:environment:eu-west-1-cell-03");

    PipelinePlan plan = plan(Optional.of(WORKFLOWS));

    assertThat(plan.upTrust()).isEqualTo(PolicyDocument.of(BUILDS, workflows));
    assertThat(plan.previewTrust().statements()).contains(workflows);
    assertThat(plan.roleTrust().toString()).doesNotContain("githubusercontent");
  }
}
