package io.cellwall.policies.proof.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.access.Access;
import io.cellwall.policies.judge.TestFleet;
import io.cellwall.policies.proof.inventory.FleetAccounts;
import io.cellwall.policies.proof.inventory.ReadDoor;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessProofTest {

  private static final String OTHER = "111111111102";
  private static final String SERVICE = "'Principal':{'Service':'delivery.logs.amazonaws.com'}";
  private static final Access ACCESS = Access.ofBundledActions();

  private final Inventory inventory = TestFleet.inventory();
  private final TestStack one = new TestStack("eu-west-1-cell-01", "111111111101");
  private final TestStack two = new TestStack("eu-west-1-cell-02", OTHER);
  private final TestStack edge = new TestStack("edge-eu-west-1", "222222222211");
  private final TestStack zone = new TestStack("edge-eu", "222222222201");

  private AccessProof prove(TestStack... stacks) {
    return AccessProof.of(
        Stream.of(stacks).map(TestStack::graph).toList(),
        new FleetAccounts(inventory),
        ReadDoor.of(inventory),
        ACCESS);
  }

  private List<Finding> findings(TestStack... stacks) {
    return prove(stacks).objections().stream().map(AccessObjection::finding).toList();
  }

  @Test
  void should_prove_stacks_that_let_in_nobody() {
    // GIVEN a role and a bucket for one's own
    one.role(
            "app",
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111101:root'},'Action':'sts:AssumeRole'}")
        .bucket(
            "data",
            "{'Effect':'Allow','Principal':{'AWS':'111111111101'},'Action':'s3:*','Resource':'*'}");
    // THEN
    assertThat(prove(one, two).objections()).isEmpty();
  }

  @Test
  void should_show_who_may_become_a_role_that_trusts_another_cell() {
    // GIVEN
    one.role(
        "app",
        "{'Sid':'Leak','Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111102:root'},'Action':'sts:AssumeRole'}");
    // WHEN
    List<Finding> found = findings(one, two);
    // THEN
    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("IamPathBetweenCells");
              assertThat(finding.subject()).isEqualTo(one.urn("aws:iam/role:Role", "app"));
              assertThat(finding.message())
                  .isEqualTo(
                      "assumeRolePolicy lets in whoever is in the account of eu-west-1-cell-02: anyone in"
                          + " 111111111102 may sts:AssumeRole on arn:aws:iam::111111111101:role/app,"
                          + " by anyone in 111111111102 and app assumeRolePolicy Leak; it must let in"
                          + " nobody but eu-west-1-cell-01 itself and what the inventory declares");
              assertThat(finding.path())
                  .containsExactly(
                      one.urn("aws:iam/role:Role", "app"),
                      "assumeRolePolicy",
                      "whoever is in the account of eu-west-1-cell-02",
                      "sts:AssumeRole on arn:aws:iam::111111111101:role/app");
              assertThat(finding.crossesZone()).isFalse();
            });
  }

  @Test
  void should_mark_what_crosses_a_zone() {
    // GIVEN a bucket that the account of two cells of the other zone may read
    one.bucket(
        "data",
        "{'Effect':'Allow','Principal':{'AWS':'111111111105'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::data/*'}");
    // THEN
    assertThat(prove(one).objections())
        .allSatisfy(objection -> assertThat(objection.finding().crossesZone()).isTrue())
        .extracting(AccessObjection::from)
        .containsExactly(Optional.of("us-east-1-cell-01"), Optional.of("us-west-2-cell-01"));
  }

  @Test
  void should_follow_a_chain_of_roles_over_a_broker() {
    // GIVEN a cell that may become a role of the edge, and a bucket of another cell that it may
    // read
    edge.role(
            "broker",
            "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::111111111101:root'},'Action':'sts:AssumeRole'}")
        .may("broker", "{'Effect':'Allow','Action':'s3:GetObject','Resource':'*'}");
    two.bucket(
        "data",
        "{'Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222211:role/broker'},'Action':'s3:GetObject','Resource':'arn:aws:s3:::data/*'}");
    // WHEN
    AccessProof proof = prove(one, two, edge);
    // THEN the first step, the second, and both together
    assertThat(proof.objections())
        .extracting(each -> each.from().orElse("?") + " -> " + each.to())
        .containsExactly(
            "edge-eu-west-1 -> eu-west-1-cell-02",
            "eu-west-1-cell-01 -> edge-eu-west-1",
            "eu-west-1-cell-01 -> eu-west-1-cell-02");
    assertThat(proof.objections().get(2).finding().path())
        .containsExactly(
            two.urn("aws:s3/bucketPolicy:BucketPolicy", "data"),
            "policy",
            "whoever is in the account of eu-west-1-cell-01",
            "anyone in 111111111101 may sts:AssumeRole on arn:aws:iam::222222222211:role/broker and"
                + " becomes arn:aws:iam::222222222211:role/broker",
            "s3:GetObject on arn:aws:s3:::data/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Principal':'*'",
        "'Principal':{'AWS':'*'}",
        "'Principal':'*','Condition':{'StringLike':{'aws:PrincipalArn':'arn:aws:iam::*:role/app'}}",
        "'NotPrincipal':{'AWS':'111111111101'}",
        "'Principal':{'AWS':'999999999901'}",
        "'Principal':'*','Condition':{'StringEquals':{'aws:PrincipalOrgID':'o-abcdefghij'}}"
      })
  void should_find_what_lets_in_more_than_the_fleet(String whom) {
    // GIVEN
    one.bucket("data", "{'Effect':'Allow'," + whom + ",'Action':'s3:*','Resource':'*'}");
    // THEN
    assertThat(findings(one, two))
        .isNotEmpty()
        .allSatisfy(
            finding -> {
              assertThat(finding.rule()).isIn("IamPathFromOutside", "ProofUndecided");
              assertThat(finding.crossesZone()).isTrue();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'Principal':'*','Condition':{'StringEquals':{'aws:PrincipalAccount':'111111111101'}}",
        "'Principal':{'AWS':'*'},'Condition':{'ArnLike':{'aws:PrincipalArn':'arn:aws:iam::111111111101:role/*'}}",
        "'Principal':{'AWS':'111111111101'}"
      })
  void should_prove_what_is_open_to_its_own_account_only(String whom) {
    // GIVEN
    one.bucket("data", "{'Effect':'Allow'," + whom + ",'Action':'s3:*','Resource':'*'}");
    // THEN
    assertThat(prove(one, two).objections()).isEmpty();
  }

  @Test
  void should_count_a_denial_of_all_other_accounts() {
    // GIVEN
    one.bucket(
        "data",
        "{'Effect':'Allow','Principal':{'AWS':'111111111102'},'Action':'s3:*','Resource':'*'}",
        "{'Effect':'Deny','Principal':'*','Action':'*','Resource':'*','Condition':{'StringNotEquals':{'aws:PrincipalAccount':'111111111101'}}}");
    // THEN
    assertThat(prove(one, two).objections()).isEmpty();
  }

  @Test
  void should_find_a_service_that_acts_for_whoever_asks() {
    // GIVEN
    one.bucket(
        "logs",
        "{'Effect':'Allow',"
            + SERVICE
            + ",'Action':'s3:PutObject','Resource':'arn:aws:s3:::logs/*'}");
    // WHEN
    List<Finding> found = findings(one);
    // THEN
    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("ServiceActsForOthers");
              assertThat(finding.path())
                  .contains("delivery.logs.amazonaws.com acting for whichever account asks it");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'StringEquals':{'aws:SourceAccount':'111111111101'}",
        "'ArnLike':{'aws:SourceArn':'arn:aws:logs:eu-west-1:111111111101:*'}",
        "'ArnLike':{'aws:SourceArn':'arn:aws:s3:::*'},'StringEquals':{'aws:SourceAccount':'111111111101'}",
        "'ArnEquals':{'aws:SourceArn':'arn:aws:s3:::logs'}"
      })
  void should_prove_a_service_that_acts_for_its_own_account(String condition) {
    // GIVEN
    one.bucket(
        "logs",
        "{'Effect':'Allow',"
            + SERVICE
            + ",'Action':'s3:PutObject','Resource':'*','Condition':{"
            + condition
            + "}}");
    // THEN
    assertThat(prove(one, two).objections()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'ArnLike':{'aws:SourceArn':'arn:aws:s3:::*'}",
        "'ArnEquals':{'aws:SourceArn':'arn:aws:s3:::somebodys'}",
        "'ArnLike':{'aws:SourceArn':'arn:aws:logs:*:*:*'}",
        "'StringEquals':{'aws:SourceAccount':['111111111101','111111111102']}",
        "'StringLike':{'aws:SourceAccount':'1111*'}"
      })
  void should_not_prove_a_service_that_may_act_for_others(String condition) {
    // GIVEN
    one.bucket(
        "logs",
        "{'Effect':'Allow',"
            + SERVICE
            + ",'Action':'s3:PutObject','Resource':'*','Condition':{"
            + condition
            + "}}");
    // THEN
    assertThat(findings(one, two)).hasSize(1).allMatch(Finding::blocks);
  }

  @Test
  void should_let_the_routers_read_what_their_zone_keeps_and_nothing_else() {
    // GIVEN the zone's key set, for the role of the routers, and for anybody of their account
    String door =
        "{'Sid':'Door','Effect':'Allow','Principal':{'AWS':'arn:aws:iam::222222222211:root'},'Action':'s3:GetObject',"
            + "'Resource':'arn:aws:s3:::keys/*','Condition':{'ArnEquals':{'aws:PrincipalArn':'arn:aws:iam::222222222211:role/router'}}}";
    zone.bucket("keys", door);
    TestStack wide =
        new TestStack("edge-eu", "222222222201")
            .bucket("keys", door.replace("s3:GetObject", "s3:PutObject"));
    // THEN
    assertThat(prove(zone, edge).objections()).isEmpty();
    assertThat(prove(zone, edge).doors())
        .containsExactly(
            new AccessDoor(
                "edge-eu-west-1",
                "edge-eu",
                List.of("arn:aws:iam::222222222211:role/router"),
                List.of("s3:getobject"),
                "arn:aws:s3:::keys"));
    assertThat(prove(wide, edge).objections())
        .extracting(AccessObjection::from)
        .containsExactly(Optional.of("edge-eu-west-1"));
  }

  @Test
  void should_not_decide_what_is_not_known_yet() {
    // GIVEN
    one.with("aws:sqs/queuePolicy:QueuePolicy", "jobs", "", "queueUrl", "?", "policy", "?");
    // WHEN
    List<Finding> found = findings(one);
    // THEN
    assertThat(found).hasSize(1);
    assertThat(found.get(0).severity()).isEqualTo(Severity.UNDECIDED);
    assertThat(found.get(0).message())
        .startsWith(
            "policy perhaps lets in anybody: jobs policy says of whom only when it is known");
  }

  @Test
  void should_not_decide_a_policy_that_cannot_be_read() {
    // GIVEN
    one.bucket("data", "{'Effect':'Allow','Principal':'*'");
    // THEN
    assertThat(findings(one)).extracting(Finding::severity).containsOnly(Severity.UNDECIDED);
  }

  @Test
  void should_find_grants_and_access_lists() {
    // GIVEN
    one.with("aws:kms/key:Key", "key", "arn:aws:kms:eu-west-1:{account}:key/1", "description", "-")
        .with(
            "aws:kms/grant:Grant",
            "grant",
            "",
            "keyId",
            "arn:aws:kms:eu-west-1:111111111101:key/1",
            "granteePrincipal",
            "arn:aws:iam::111111111102:role/app",
            "operations",
            "Decrypt")
        .with("aws:s3/bucketAclV2:BucketAclV2", "acl", "", "bucket", "web", "acl", "public-read")
        .with(
            "aws:lambda/permission:Permission",
            "invoke",
            "",
            "function",
            "f",
            "action",
            "lambda:InvokeFunction",
            "principal",
            "events.amazonaws.com");
    // THEN
    assertThat(findings(one, two))
        .extracting(Finding::rule)
        .containsExactlyInAnyOrder(
            "IamPathBetweenCells", "IamPathFromOutside", "ServiceActsForOthers");
  }

  @Test
  void should_show_nothing_of_a_secret_policy() {
    // GIVEN
    one.secretBucket(
        "data",
        "{'Sid':'Hidden','Effect':'Allow','Principal':{'AWS':'111111111102'},'Action':'s3:GetObject','Resource':'*'}");
    // WHEN
    List<Finding> found = findings(one, two);
    // THEN
    assertThat(found)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("IamPathBetweenCells");
              assertThat(finding.toString()).doesNotContain("Hidden", "s3:GetObject");
            });
  }
}
