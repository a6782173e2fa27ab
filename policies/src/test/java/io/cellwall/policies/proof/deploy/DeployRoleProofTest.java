package io.cellwall.policies.proof.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.judge.TestFleet;
import io.cellwall.policies.proof.access.TestStack;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DeployRoleProofTest {

  private static final String ACCOUNT = "111111111101";
  private static final String CELL = "eu-west-1-cell-01";
  private static final String ROLE = "control-plane-eu-west-1-cell-01-deploy";
  private static final String QUEUE = "arn:aws:sqs:eu-west-1:" + ACCOUNT + ":" + CELL + "-work";
  private static final String OWN_QUEUES =
      "{'Sid':'Own','Effect':'Allow','Action':['sqs:CreateQueue','sqs:TagQueue'],'Resource':'arn:aws:sqs:eu-west-1:111111111101:eu-west-1-cell-01-*'}";

  private final DeployRoleProof proof =
      new DeployRoleProof(ActionCatalogue.bundled(), new FleetAccounts(TestFleet.inventory()));

  private static DeployRoleProof.Subject cell(String... statements) {
    TestStack controlPlane =
        new TestStack(CELL, ACCOUNT).role(ROLE, trust()).may(ROLE, String.join(",", statements));
    TreeMap<String, List<String>> needs = new TreeMap<>();
    needs.put("aws:sqs/queue:Queue", List.of("sqs:CreateQueue", "sqs:TagQueue"));
    return new DeployRoleProof.Subject(
        new TestStack(CELL, ACCOUNT).with("aws:sqs/queue:Queue", "work", QUEUE).graph(),
        withoutProvider(controlPlane),
        ROLE,
        needs);
  }

  /** Another stack that has its state in the same account. */
  private static DeployRoleProof.Subject neighbour() {
    String role = "control-plane-other-deploy";
    TestStack controlPlane =
        new TestStack("other", ACCOUNT)
            .role(role, trust())
            .with(
                "aws:s3/bucketV2:BucketV2",
                "control-plane-other-state",
                "arn:aws:s3:::control-plane-other-state",
                "bucket",
                "control-plane-other-state");
    return new DeployRoleProof.Subject(
        new TestStack("other", ACCOUNT).graph(),
        withoutProvider(controlPlane),
        role,
        new TreeMap<>());
  }

  // CloudFormation has no providers, and the stack's own graph has one of this name already.
  private static ResourceGraph withoutProvider(TestStack stack) {
    ResourceGraph graph = stack.graph();
    return new ResourceGraph(
        graph.stack(),
        graph.nodes().stream().filter(node -> node.kind() != Node.Kind.PROVIDER).toList());
  }

  private static String trust() {
    return "{'Effect':'Allow','Principal':{'Service':'codebuild.amazonaws.com'},'Action':'sts:AssumeRole'}";
  }

  private DeployRoleProof.Proven proven(String... statements) {
    return proof.prove(List.of(cell(statements), neighbour())).get(0);
  }

  @Test
  void should_prove_a_role_that_may_do_what_its_stack_takes_and_nothing_else() {
    // WHEN
    DeployRoleProof.Proven proven = proven(OWN_QUEUES);
    // THEN
    assertThat(proven.findings()).isEmpty();
    assertThat(proven.holds()).isTrue();
    assertThat(proven.needed()).isEqualTo(2);
  }

  @Test
  void should_name_what_deploying_takes_and_the_role_may_not() {
    // GIVEN a role that makes queues and may not tag them
    DeployRoleProof.Proven proven = proven(OWN_QUEUES.replace(",'sqs:TagQueue'", ""));
    // THEN
    assertThat(proven.findings())
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("DeployRoleTooWeak");
              assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
              assertThat(finding.message())
                  .isEqualTo(
                      "it may not sqs:TagQueue on " + QUEUE + ", which deploying the stack takes");
            });
  }

  @Test
  void should_show_a_role_that_reads_the_state_of_another_stack() {
    // GIVEN a policy that was widened to every bucket
    DeployRoleProof.Proven proven =
        proven(
            OWN_QUEUES, "{'Sid':'State','Effect':'Allow','Action':'s3:GetObject','Resource':'*'}");
    // THEN
    assertThat(tooWide(proven))
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
              assertThat(finding.path())
                  .containsExactly(ROLE, "s3:GetObject", "arn:aws:s3:::control-plane-other-state");
            });
  }

  @Test
  void should_show_a_role_that_writes_its_own_policy() {
    // GIVEN
    DeployRoleProof.Proven proven =
        proven(
            OWN_QUEUES,
            "{'Sid':'Roles','Effect':'Allow','Action':'iam:PutRolePolicy','Resource':'arn:aws:iam::111111111101:role/*'}");
    // THEN
    assertThat(tooWide(proven))
        .anySatisfy(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
              assertThat(finding.path())
                  .containsExactly(
                      ROLE, "iam:PutRolePolicy", "arn:aws:iam::111111111101:role/" + ROLE);
            });
  }

  @Test
  void should_show_a_role_that_passes_any_role() {
    // GIVEN
    DeployRoleProof.Proven proven =
        proven(
            OWN_QUEUES, "{'Sid':'Pass','Effect':'Allow','Action':'iam:PassRole','Resource':'*'}");
    // THEN it could hand its own role, or the neighbour's, to a service
    assertThat(tooWide(proven))
        .extracting(finding -> finding.path().get(1))
        .contains("iam:PassRole");
    assertThat(proven.holds()).isFalse();
  }

  private static List<Finding> tooWide(DeployRoleProof.Proven proven) {
    return proven.findings().stream()
        .filter(finding -> finding.rule().equals("DeployRoleTooWide"))
        .toList();
  }
}
