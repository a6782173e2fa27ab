package io.cellwall.policies.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.cloudformation.Templates;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.judge.TestFleet;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ControlPlaneTest {

  private static final String CELL = "eu-west-1-cell-01";

  private final OwnerIndex index = new OwnerIndex(TestFleet.inventory());
  private final Home home = index.home(CELL).orElseThrow();

  private ResourceGraph template(String stackName, String id, String policyName) {
    String artifact =
        ("{'type':'aws:cloudformation:stack','environment':'aws://%s/eu-west-1',"
                + "'properties':{'templateFile':'x.template.json','stackName':'%s'}}")
            .formatted(home.account(), stackName);
    String template =
        ("{'Resources':{'%s':{'Type':'AWS::IAM::ManagedPolicy','Properties':{'ManagedPolicyName':'%s',"
                + "'PolicyDocument':{'Version':'2012-10-17','Statement':[{'Effect':'Allow',"
                + "'Action':'s3:GetObject','Resource':'*'}]}}}}}")
            .formatted(id, policyName);
    return Templates.parse(
            stackName, stackName, artifact.replace('\'', '"'), template.replace('\'', '"'))
        .graph(CELL, Optional.of(home));
  }

  @ParameterizedTest
  @CsvSource({
    "control-plane-eu-west-1-cell-01, control-plane-eu-west-1-cell-01-deploy-1, true",
    "control-plane-eu-west-1-cell-01, control-plane-eu-west-1-cell-01-preview, true",
    "control-plane-eu-west-1-cell-01, control-plane-eu-west-1-cell-01-boundary, true",
    "control-plane-eu-west-1-cell-01, control-plane-eu-west-1-cell-01-other, false",
    "control-plane-eu-west-1-cell-01, control-plane-eu-west-1-cell-02-deploy-1, false",
    "eu-west-1-cell-01, control-plane-eu-west-1-cell-01-deploy-1, false"
  })
  void should_know_deploy_policies_by_the_names_that_iam_gives_once(
      String stackName, String policyName, boolean isDeployPolicy) {
    // GIVEN a policy that is declared below a construct of the name that the control plane has
    Node policy = template(stackName, "RolesDeploy1A8F2", policyName).of(Node.Kind.RESOURCE).get(0);
    // THEN
    assertThat(ControlPlane.isDeployPolicy(policy, home)).isEqualTo(isDeployPolicy);
  }

  @ParameterizedTest
  @CsvSource({
    "control-plane-eu-west-1-cell-01, true",
    "control-plane-eu-west-1-cell-01-boundary, true",
    "Control-Plane-eu-west-1-cell-01-Boundary, true",
    "arn:aws:iam::111111111101:policy/control-plane-eu-west-1-cell-01-boundary, true",
    "arn:aws:sns:eu-west-1:111111111101:control-plane-eu-west-1-cell-01-notices, true",
    "/cellwall/control-plane-eu-west-1-cell-01/pipeline, true",
    "alias/control-plane-eu-west-1-cell-01-secrets, true",
    "control-plane-eu-west-1-cell-01-deploy:inline, true",
    "control-plane-eu-west-1-cell-010-boundary, false",
    "control-plane-eu-west-1-cell-02-boundary, false",
    "my-control-plane-eu-west-1-cell-01-boundary, false",
    "control-plane-, false",
    "eu-west-1-cell-01-boundary, false"
  })
  void should_know_what_has_a_name_of_the_control_plane(String text, boolean named) {
    assertThat(ControlPlane.isNamed(text, home.stack())).isEqualTo(named);
  }

  @ParameterizedTest
  @CsvSource({
    "control-plane-eu-west-1-cell-01, false",
    // A template of the stack itself.
    "eu-west-1-cell-01, true"
  })
  void should_let_nobody_but_the_control_plane_declare_what_it_has(
      String stackName, boolean found) {
    // GIVEN
    ResourceGraph graph =
        template(stackName, "RolesBoundary1A8F2", "control-plane-" + CELL + "-boundary");
    // WHEN
    List<Finding> findings =
        Judge.of(TestFleet.inventory()).judge(graph).stream()
            .filter(finding -> finding.rule().equals("ChangedControlPlane"))
            .toList();
    // THEN
    assertThat(findings)
        .extracting(Finding::message)
        .isEqualTo(
            found
                ? List.of(
                    "name is control-plane-eu-west-1-cell-01-boundary, which the control plane of"
                        + " eu-west-1-cell-01 has; it must be what eu-west-1-cell-01 itself"
                        + " declares")
                : List.of());
  }

  @ParameterizedTest
  @CsvSource({"deploy-1, false", "looks-like-deploy-1, true"})
  void should_judge_whatever_is_not_a_deploy_policy(String part, boolean judged) {
    // GIVEN
    ResourceGraph graph =
        template("control-plane-" + CELL, "RolesDeploy1A8F2", "control-plane-" + CELL + "-" + part);
    // WHEN
    boolean found =
        Judge.of(TestFleet.inventory()).judge(graph).stream()
            .map(Finding::rule)
            .anyMatch("UnboundedResource"::equals);
    // THEN
    assertThat(found).isEqualTo(judged);
  }
}
