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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
    return trusting(trust(CELL), statements);
  }

  private static DeployRoleProof.Subject trusting(String trust, String... statements) {
    TestStack controlPlane =
        new TestStack(CELL, ACCOUNT).role(ROLE, trust).may(ROLE, String.join(",", statements));
    TreeMap<String, List<String>> needs = new TreeMap<>();
    needs.put("aws:sqs/queue:Queue", List.of("sqs:CreateQueue", "sqs:TagQueue"));
    return new DeployRoleProof.Subject(
        new TestStack(CELL, ACCOUNT).with("aws:sqs/queue:Queue", "work", QUEUE).graph(),
        withoutProvider(controlPlane),
        ROLE,
        needs,
        new TreeMap<>());
  }

  /** Another stack that has its state in the same account. */
  private static DeployRoleProof.Subject neighbour() {
    String role = "control-plane-other-deploy";
    TestStack controlPlane =
        new TestStack("other", ACCOUNT)
            .role(role, trust("other"))
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
        new TreeMap<>(),
        new TreeMap<>());
  }

  // CloudFormation has no providers, and the stack's own graph has one of this name already.
  private static ResourceGraph withoutProvider(TestStack stack) {
    ResourceGraph graph = stack.graph();
    return new ResourceGraph(
        graph.stack(),
        graph.nodes().stream().filter(node -> node.kind() != Node.Kind.PROVIDER).toList());
  }

  private static String trust(String stack) {
    return ("{'Effect':'Allow','Principal':{'Service':'codebuild.amazonaws.com'},'Action':'sts:AssumeRole',"
            + "'Condition':{'StringEquals':{'aws:SourceAccount':'%s'},"
            + "'ArnEquals':{'aws:SourceArn':'arn:aws:codebuild:eu-west-1:%s:project/control-plane-%s-up'}}}")
        .formatted(ACCOUNT, ACCOUNT, stack);
  }

  private static String workflows(String subject) {
    return ("{'Effect':'Allow','Principal':{'Federated':'arn:aws:iam::%s:oidc-provider/id.acme.example'},"
            + "'Action':'sts:AssumeRoleWithWebIdentity','Condition':{'StringEquals':{"
            + "'id.acme.example:aud':'sts.amazonaws.com','id.acme.example:sub':'%s'}}}")
        .formatted(ACCOUNT, subject);
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

  @Test
  void should_let_workflows_in_the_environment_of_the_stack_be_the_role_too() {
    // GIVEN
    String own = workflows("repo:acme/fleet:environment:" + CELL);
    // WHEN
    DeployRoleProof.Proven proven =
        proof.prove(List.of(trusting(trust(CELL) + "," + own, OWN_QUEUES), neighbour())).get(0);
    // THEN
    assertThat(proven.findings()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "repo:acme/fleet:environment:eu-west-1-cell-02",
        "repo:acme/fleet:environment:*",
        "repo:acme/*:environment:eu-west-1-cell-01",
        "repo:acme/fleet:ref:refs/heads/main",
        "repo:acme/fleet:*"
      })
  void should_show_a_role_that_other_subjects_may_be(String subject) {
    // WHEN
    DeployRoleProof.Proven proven =
        proof.prove(List.of(trusting(workflows(subject), OWN_QUEUES), neighbour())).get(0);
    // THEN
    assertThat(tooWide(proven))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
              assertThat(finding.message())
                  .contains(
                      " trusts identities of arn:aws:iam::111111111101:oidc-provider/id.acme.example,"
                          + " and not this stack's alone; it must be its own pipeline's build, or one"
                          + " subject of an identity provider that names a repository and the"
                          + " environment of the stack's name, without a wildcard");
            });
  }

  @Test
  void should_show_a_role_that_builds_of_another_stack_may_be() {
    // WHEN
    DeployRoleProof.Proven proven =
        proof.prove(List.of(trusting(trust("other"), OWN_QUEUES), neighbour())).get(0);
    // THEN
    assertThat(tooWide(proven))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .contains(" trusts codebuild.amazonaws.com, and not for this stack's build alone; ");
  }

  @Test
  void should_show_a_role_that_its_account_may_be() {
    // GIVEN
    String account =
        "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111101:root'},'Action':'sts:AssumeRole'}";
    // WHEN
    DeployRoleProof.Proven proven =
        proof.prove(List.of(trusting(account, OWN_QUEUES), neighbour())).get(0);
    // THEN
    assertThat(tooWide(proven))
        .extracting(Finding::message)
        .singleElement()
        .asString()
        .contains(" trusts somebody else; ");
  }

  @Test
  void should_ask_for_the_contents_of_a_table_only_where_a_copy_of_it_will_be() {
    // GIVEN a role that may read the copy, and nothing of the table itself
    // WHEN
    List<Finding> findings = copying("dynamodb:Scan").findings();
    // THEN
    assertThat(findings).isEmpty();
  }

  @Test
  void should_name_what_a_copy_takes_and_the_role_may_not() {
    // WHEN
    List<Finding> findings = copying("dynamodb:Query").findings();
    // THEN
    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly(
            "it may not dynamodb:Scan on arn:aws:dynamodb:eu-north-1:111111111101:table/eu-west-1-cell-01-homes,"
                + " which deploying the stack takes");
  }

  private DeployRoleProof.Proven copying(String allowed) {
    String table = CELL + "-homes";
    TestStack controlPlane =
        new TestStack(CELL, ACCOUNT)
            .role(ROLE, trust(CELL))
            .may(
                ROLE,
                "{'Sid':'Copy','Effect':'Allow','Action':'%s','Resource':'arn:aws:dynamodb:eu-north-1:%s:table/%s'}"
                    .formatted(allowed, ACCOUNT, table));
    TreeMap<String, List<String>> copyNeeds = new TreeMap<>();
    copyNeeds.put("aws:dynamodb/table:Table", List.of("dynamodb:Scan"));
    return proof
        .prove(
            List.of(
                new DeployRoleProof.Subject(
                    new TestStack(CELL, ACCOUNT).table(table, "eu-west-1", "eu-north-1").graph(),
                    withoutProvider(controlPlane),
                    ROLE,
                    new TreeMap<>(),
                    copyNeeds)))
        .get(0);
  }

  private static List<Finding> tooWide(DeployRoleProof.Proven proven) {
    return proven.findings().stream()
        .filter(finding -> finding.rule().equals("DeployRoleTooWide"))
        .toList();
  }
}
