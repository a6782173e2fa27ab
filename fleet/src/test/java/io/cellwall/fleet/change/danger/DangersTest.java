package io.cellwall.fleet.change.danger;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.change.Changed;
import io.cellwall.fleet.change.FleetChange;
import io.cellwall.fleet.graph.TestStack;
import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DangersTest {

  private static final String POLICY = "aws:iam/rolePolicy:RolePolicy";

  @Test
  void should_have_these_rules_and_no_others() {
    assertThat(Dangers.with(List.of()).ids())
        .containsExactly(
            "StatefulDeleted",
            "StatefulReplaced",
            "GuardRemoved",
            "ZoneChanged",
            "PermissionGrew",
            "ConnectorAdded",
            "ConnectorRemoved",
            "CidrChanged",
            "WaiverAdded",
            "WaiverEndsSoon");
  }

  @Test
  void should_find_nothing_in_what_is_harmless() {
    assertThat(
            found(
                with("aws:sns/topic:Topic", Map.of("displayName", "a")),
                with("aws:sns/topic:Topic", Map.of("displayName", "b"))))
        .isEmpty();
    assertThat(found(with("aws:sns/topic:Topic", Map.of()), stack())).isEmpty();
    assertThat(found(stack(), with("aws:kms/key:Key", Map.of()))).isEmpty();
  }

  @Test
  void should_find_what_holds_data_and_is_deleted_or_replaced() {
    TestStack table = with("aws:dynamodb/table:Table", Map.of("hashKey", "a", "billingMode", "b"));

    assertThat(found(table, stack()))
        .containsExactly("StatefulDeleted: dynamodb Table r is deleted");
    assertThat(
            found(
                table,
                with("aws:dynamodb/table:Table", Map.of("hashKey", "z", "billingMode", "b"))))
        .containsExactly(
            "StatefulReplaced: dynamodb Table r is replaced: another hashKey makes another"
                + " resource");
    assertThat(
            found(
                table,
                with("aws:dynamodb/table:Table", Map.of("hashKey", "a", "billingMode", "z"))))
        .isEmpty();
  }

  @Test
  void should_say_may_where_nobody_knows_what_replaces() {
    assertThat(
            found(
                with("aws:efs/fileSystem:FileSystem", Map.of("a", "1")),
                with("aws:efs/fileSystem:FileSystem", Map.of("a", "2"))))
        .containsExactly(
            "StatefulReplaced: efs FileSystem r may be replaced: what replaces this type is not"
                + " known");
  }

  @Test
  void should_count_what_goes_with_a_stack() {
    Changed changed =
        new Changed()
            .stack(
                "eu-west-1-cell-01",
                Optional.of(
                    stack()
                        .with("aws:kms/key:Key", "k", Map.of())
                        .with("aws:kms/key:Key", "l", Map.of())
                        .with("aws:sns/topic:Topic", "t", Map.of())
                        .graph()),
                Optional.empty());

    assertThat(told(changed.change()))
        .containsExactly("StatefulDeleted: the stack goes, with 2 kms Key");
  }

  @Test
  void should_find_a_guard_that_is_taken_away() {
    assertThat(
            found(
                with("aws:rds/cluster:Cluster", Map.of("deletionProtection", true)),
                with("aws:rds/cluster:Cluster", Map.of("deletionProtection", false))))
        .containsExactly("GuardRemoved: rds Cluster r: deletionProtection is false, and was true");
    assertThat(
            found(
                with("aws:rds/cluster:Cluster", Map.of("deletionProtection", false)),
                with("aws:rds/cluster:Cluster", Map.of("deletionProtection", true))))
        .isEmpty();
    assertThat(
            found(
                with("aws:s3/bucketV2:BucketV2", Map.of()),
                with("aws:s3/bucketV2:BucketV2", Map.of("forceDestroy", true))))
        .containsExactly("GuardRemoved: s3 BucketV2 r: forceDestroy is true, and was left out");
  }

  @Test
  void should_find_addresses_that_change() {
    assertThat(
            found(
                with(
                    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                    Map.of("cidrIpv4", "10.0.0.0/24")),
                with(
                    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
                    Map.of("cidrIpv4", "0.0.0.0/0"))))
        .containsExactly(
            "CidrChanged: vpc SecurityGroupIngressRule r: cidrIpv4 is 0.0.0.0/0, and was"
                + " 10.0.0.0/24");
  }

  @Test
  void should_say_which_addresses_of_a_list_come_and_go_not_which_places_they_have() {
    assertThat(
            found(
                opening(
                    entry(100, "10.0.0.0/24"),
                    entry(110, "10.0.1.0/24"),
                    entry(120, "10.0.2.0/24")),
                opening(
                    entry(100, "10.0.0.0/24"),
                    entry(110, "10.0.2.0/24"),
                    entry(120, "10.0.3.0/24"))))
        .containsExactly(
            "CidrChanged: ec2 NetworkAcl r: ingress[*].cidrBlock: new are 10.0.3.0/24; gone are"
                + " 10.0.1.0/24");
  }

  @Test
  void should_find_addresses_of_a_list_that_take_each_others_place() {
    assertThat(
            found(
                opening(entry(22, "10.0.0.0/24"), entry(443, "10.0.1.0/24")),
                opening(entry(22, "10.0.1.0/24"), entry(443, "10.0.0.0/24"))))
        .containsExactly(
            "CidrChanged: ec2 NetworkAcl r: ingress[0].cidrBlock is 10.0.1.0/24, and was"
                + " 10.0.0.0/24",
            "CidrChanged: ec2 NetworkAcl r: ingress[1].cidrBlock is 10.0.0.0/24, and was"
                + " 10.0.1.0/24");
  }

  private static TestStack opening(Map<?, ?>... entries) {
    return with("aws:ec2/networkAcl:NetworkAcl", Map.of("ingress", List.of(entries)));
  }

  private static Map<String, Object> entry(int port, String cidr) {
    return Map.of("fromPort", port, "cidrBlock", cidr);
  }

  @Test
  void should_find_a_provider_that_makes_elsewhere() {
    assertThat(found(stack(), new TestStack("eu-west-1-cell-01", "111111111111", "us-east-2")))
        .containsExactly(
            "ZoneChanged: the provider provider: region is us-east-2, and was eu-west-1");
  }

  @Test
  void should_find_new_access_of_a_role_with_a_witness() {
    TestStack before =
        role("{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::a/*'}");

    assertThat(
            found(before, role("{'Effect':'Allow','Action':'s3:*','Resource':'arn:aws:s3:::a/*'}")))
        .singleElement()
        .asString()
        .startsWith("PermissionGrew: app: may now s3:")
        .contains(" on arn:aws:s3:::a/");
    assertThat(found(before, role(""))).isEmpty();
  }

  @Test
  void should_not_mind_a_statement_that_moves_to_another_policy_of_the_role() {
    String read = "{'Effect':'Allow','Action':'s3:GetObject','Resource':'arn:aws:s3:::a/*'}";

    assertThat(
            found(
                role(read),
                new TestStack("eu-west-1-cell-01", "111111111111", "eu-west-1")
                    .with("aws:iam/role:Role", "app", Map.of())
                    .with(POLICY, "other", Map.of("role", "app", "policy", policy(read)))))
        .isEmpty();
  }

  @Test
  void should_find_whom_a_resource_lets_in_and_what_grants_without_a_document() {
    String let =
        "{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'sqs:SendMessage','Resource':'*'}";

    assertThat(
            found(
                with(
                    "aws:sqs/queuePolicy:QueuePolicy",
                    Map.of("policy", policy(let.formatted("111111111111")))),
                with(
                    "aws:sqs/queuePolicy:QueuePolicy",
                    Map.of("policy", policy(let.formatted("222222222222"))))))
        .singleElement()
        .asString()
        .startsWith("PermissionGrew: r: account 222222222222 may now sqs:SendMessage on ");
    assertThat(
            found(
                stack(),
                with(
                    "aws:eks/accessEntry:AccessEntry",
                    Map.of("principalArn", "arn:aws:iam::1:role/x", "clusterName", "c"))))
        .containsExactly(
            "PermissionGrew: eks AccessEntry r grants: principalArn arn:aws:iam::1:role/x");
  }

  @Test
  void should_find_a_boundary_that_is_left_out() {
    assertThat(
            found(
                with("aws:iam/role:Role", Map.of("permissionsBoundary", "arn:aws:iam::1:policy/b")),
                with("aws:iam/role:Role", Map.of())))
        .containsExactly(
            "PermissionGrew: r: its permissionsBoundary is left out, and was"
                + " arn:aws:iam::1:policy/b");
  }

  @Test
  void should_find_a_connector_that_comes_and_one_that_goes() {
    TestStack peering =
        with(
            "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
            Map.of("vpcId", "vpc", "peerVpcId", "vpc-0123456789abcdef0"));

    assertThat(found(stack(), peering))
        .containsExactly(
            "ConnectorAdded: is new: peering by peerVpcId of r, to vpc-0123456789abcdef0, which no"
                + " stack has");
    assertThat(found(peering, stack()))
        .containsExactly(
            "ConnectorRemoved: is gone: peering by peerVpcId of r, to vpc-0123456789abcdef0, which"
                + " no stack has");
  }

  private static List<String> found(TestStack before, TestStack after) {
    return told(new Changed().stack(before.graph(), after.graph()).change());
  }

  private static List<String> told(FleetChange change) {
    return change.allDangers().stream().map(DangersTest::told).toList();
  }

  private static String told(Finding finding) {
    assertThat(finding.blocks()).isFalse();
    return finding.rule() + ": " + finding.message();
  }

  private static TestStack stack() {
    return new TestStack("eu-west-1-cell-01", "111111111111", "eu-west-1");
  }

  private static TestStack with(String type, Map<String, ?> inputs) {
    return stack().with(type, "r", inputs);
  }

  private static TestStack role(String statement) {
    TestStack stack = stack().with("aws:iam/role:Role", "app", Map.of());
    return statement.isEmpty()
        ? stack
        : stack.with(POLICY, "app-policy", Map.of("role", "app", "policy", policy(statement)));
  }

  private static String policy(String statement) {
    return ("{'Version':'2012-10-17','Statement':[" + statement + "]}").replace('\'', '"');
  }
}
