package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.NatGateways;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

class CellTest {

  // What AWS cannot tag: routes, associations, inline policies, aliases, records, settings.
  private static final Set<String> WITHOUT_TAGS =
      Set.of(
          "aws:acm/certificateValidation:CertificateValidation",
          "aws:amp/alertManagerDefinition:AlertManagerDefinition",
          "aws:amp/ruleGroupNamespace:RuleGroupNamespace",
          "aws:amp/workspaceConfiguration:WorkspaceConfiguration",
          "aws:backup/regionSettings:RegionSettings",
          "aws:backup/selection:Selection",
          "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
          "aws:backup/vaultPolicy:VaultPolicy",
          "aws:cloudwatch/dashboard:Dashboard",
          "aws:cloudwatch/eventTarget:EventTarget",
          "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
          "aws:ebs/defaultKmsKey:DefaultKmsKey",
          "aws:ebs/encryptionByDefault:EncryptionByDefault",
          "aws:ec2/route:Route",
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
          "aws:iam/rolePolicy:RolePolicy",
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          "aws:kms/alias:Alias",
          "aws:lb/targetGroupAttachment:TargetGroupAttachment",
          "aws:route53/record:Record",
          "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
          "aws:s3/bucketNotification:BucketNotification",
          "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
          "aws:s3/bucketPolicy:BucketPolicy",
          "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
          "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
          "aws:s3/bucketVersioningV2:BucketVersioningV2",
          "aws:wafv2/webAclAssociation:WebAclAssociation",
          "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");

  private static Cell cell(NatGateways nat) {
    return SampleFleet.cell(
        "eu-west-1-cell-03", "333333333333", "10.3.0.0/16", nat, SampleFleet.zones(3));
  }

  private static List<Declared> declared(NatGateways nat) {
    return Rehearsal.of(SampleFleet.plan(cell(nat)));
  }

  private static List<Declared> ofType(List<Declared> declared, String type) {
    return declared.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  private static List<Declared> routesOf(List<Declared> declared, String tier) {
    Set<String> subnets =
        ofType(declared, "aws:ec2/subnet:Subnet").stream()
            .filter(subnet -> subnet.name().contains("-" + tier + "-"))
            .map(Declared::id)
            .collect(Collectors.toSet());
    assertThat(subnets).isNotEmpty();
    Set<String> tables =
        ofType(declared, "aws:ec2/routeTableAssociation:RouteTableAssociation").stream()
            .filter(association -> subnets.contains(association.input("subnetId")))
            .map(association -> association.input("routeTableId"))
            .collect(Collectors.toSet());
    assertThat(tables).isNotEmpty();
    return ofType(declared, "aws:ec2/route:Route").stream()
        .filter(route -> tables.contains(route.input("routeTableId")))
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void should_leave_data_and_load_balancers_no_route_out_of_the_cell(NatGateways nat) {
    List<Declared> declared = declared(nat);
    assertThat(routesOf(declared, "data")).isEmpty();
    assertThat(routesOf(declared, "lb")).isEmpty();
    // Gateway endpoints are routes too.
    assertThat(ofType(declared, "aws:ec2/vpcEndpoint:VpcEndpoint"))
        .filteredOn(endpoint -> endpoint.input("vpcEndpointType").equals("Gateway"))
        .hasSize(2)
        .allSatisfy(
            endpoint ->
                assertThat(endpoint.input("routeTableIds"))
                    .contains("-nodes-")
                    .doesNotContain("-data", "-lb"));
  }

  @Test
  void should_send_the_nodes_of_a_zone_through_the_gateway_of_that_zone() {
    assertThat(routesOf(declared(NatGateways.PER_ZONE), "nodes"))
        .extracting(route -> route.name() + " -> " + route.input("natGatewayId"))
        .containsExactly(
            "eu-west-1-cell-03-nodes-az1 -> eu-west-1-cell-03-nat-az1 (id)",
            "eu-west-1-cell-03-nodes-az2 -> eu-west-1-cell-03-nat-az2 (id)",
            "eu-west-1-cell-03-nodes-az3 -> eu-west-1-cell-03-nat-az3 (id)");
  }

  @Test
  void should_send_all_nodes_through_a_single_gateway() {
    List<Declared> declared = declared(NatGateways.SINGLE);
    assertThat(ofType(declared, "aws:ec2/natGateway:NatGateway")).hasSize(1);
    assertThat(routesOf(declared, "nodes"))
        .hasSize(3)
        .allSatisfy(
            route ->
                assertThat(route.input("natGatewayId"))
                    .isEqualTo("eu-west-1-cell-03-nat-az1 (id)"));
  }

  @Test
  void should_have_nothing_public_without_nat() {
    assertThat(declared(NatGateways.NONE))
        .extracting(Declared::type)
        .contains("aws:ec2/subnet:Subnet")
        .doesNotContain(
            "aws:ec2/internetGateway:InternetGateway",
            "aws:ec2/natGateway:NatGateway",
            "aws:ec2/eip:Eip",
            "aws:ec2/route:Route");
  }

  @Test
  void should_empty_what_aws_makes_with_every_vpc() {
    // GIVEN
    List<Declared> declared = declared(NatGateways.PER_ZONE);
    // WHEN
    List<Declared> defaults =
        declared.stream()
            .filter(resource -> resource.type().startsWith("aws:ec2/default"))
            .toList();
    // THEN
    assertThat(defaults)
        .extracting(Declared::type)
        .containsExactly(
            "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
            "aws:ec2/defaultRouteTable:DefaultRouteTable",
            "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup");
    assertThat(defaults.get(0).input("ingress")).isEqualTo("[]");
    assertThat(defaults.get(0).input("egress")).isEqualTo("[]");
    assertThat(defaults.get(1).input("routes")).isEqualTo("[]");
    assertThat(defaults.get(2).input("ingress")).isEqualTo("[]");
    assertThat(defaults.get(2).input("egress")).isEqualTo("[]");
  }

  @Test
  void should_give_every_subnet_the_acl_of_its_tier() {
    List<Declared> declared = declared(NatGateways.PER_ZONE);
    String guarded =
        ofType(declared, "aws:ec2/networkAcl:NetworkAcl").stream()
            .map(acl -> acl.input("subnetIds"))
            .collect(Collectors.joining());
    assertThat(ofType(declared, "aws:ec2/subnet:Subnet"))
        .hasSize(12)
        .allSatisfy(subnet -> assertThat(guarded).containsOnlyOnce(subnet.id()));
  }

  @Test
  void should_encrypt_every_log_group_with_the_key_for_logs() {
    assertThat(ofType(declared(NatGateways.NONE), "aws:cloudwatch/logGroup:LogGroup"))
        .isNotEmpty()
        .allSatisfy(
            group -> assertThat(group.input("kmsKeyId")).isEqualTo("eu-west-1-cell-03-logs (arn)"));
  }

  @Test
  void should_keep_every_key_in_its_region_and_rotate_it() {
    assertThat(ofType(declared(NatGateways.NONE), "aws:kms/key:Key"))
        .isNotEmpty()
        .allSatisfy(
            key -> {
              assertThat(key.input("multiRegion")).isEqualTo("false");
              assertThat(key.input("enableKeyRotation")).isEqualTo("true");
            });
  }

  @Test
  void should_put_every_role_under_the_boundary() {
    assertThat(ofType(declared(NatGateways.NONE), "aws:iam/role:Role"))
        .isNotEmpty()
        .allSatisfy(
            role ->
                assertThat(role.input("permissionsBoundary"))
                    .isEqualTo("arn:aws:iam::333333333333:policy/eu-west-1-cell-03-boundary"));
  }

  @Test
  void should_name_nobody_beyond_the_account_in_any_policy() {
    // GIVEN
    List<Declared> declared = declared(NatGateways.PER_ZONE);
    // WHEN
    List<JsonNode> statements =
        declared.stream()
            .flatMap(resource -> resource.policies().stream())
            .flatMap(policy -> policy.get("Statement").valueStream())
            .filter(statement -> statement.get("Effect").asString().equals("Allow"))
            .filter(statement -> statement.has("Principal"))
            .toList();
    // THEN
    assertThat(statements)
        .hasSizeGreaterThan(5)
        .allSatisfy(
            statement -> {
              JsonNode principal = statement.get("Principal");
              if (principal.isString()) {
                assertThat(principal.stringValue()).isEqualTo("*");
                assertThat(isOwnAccountOnly(statement) || isAwsBucket(statement)).isTrue();
              } else if (principal.has("AWS")) {
                assertThat(principal.get("AWS"))
                    .hasToString("[\"arn:aws:iam::333333333333:root\"]");
              } else {
                assertThat(principal.get("Service").get(0).stringValue())
                    .endsWith(".amazonaws.com");
                // EC2 says of nobody for whom it acts; only the account can hand it a role.
                if (!principal.get("Service").get(0).stringValue().equals("ec2.amazonaws.com")) {
                  assertThat(statement.get("Condition").toString()).contains("333333333333");
                }
              }
            });
  }

  private static boolean isOwnAccountOnly(JsonNode statement) {
    return Stream.of("aws:PrincipalAccount", "kms:CallerAccount")
        .map(key -> statement.at("/Condition/StringEquals/" + key + "/0").asString(""))
        .anyMatch("333333333333"::equals);
  }

  private static boolean isAwsBucket(JsonNode statement) {
    return statement.get("Action").toString().equals("[\"s3:GetObject\"]")
        && statement
            .get("Resource")
            .toString()
            .equals("[\"arn:aws:s3:::prod-eu-west-1-starport-layer-bucket/*\"]");
  }

  @Test
  void should_make_everything_with_the_provider_it_was_given() {
    assertThat(declared(NatGateways.PER_ZONE))
        .hasSizeGreaterThan(50)
        .allSatisfy(
            resource ->
                assertThat(resource.provider()).contains("pulumi:providers:aws::the-cell::"));
  }

  @Test
  void should_name_every_resource_after_the_cell() {
    assertThat(declared(NatGateways.PER_ZONE))
        .allSatisfy(
            resource -> {
              assertThat(resource.name()).startsWith("eu-west-1-cell-03-");
              // A registry is the account's, and so are the paths in it.
              if (resource.inputs().containsKey("name")
                  && !resource.type().equals("aws:ecr/repository:Repository")) {
                assertThat(resource.input("name")).contains("eu-west-1-cell-03");
              }
              if (!WITHOUT_TAGS.contains(resource.type())) {
                assertThat(resource.input("tags")).isEqualTo("{Name=" + resource.name() + "}");
              }
            });
  }

  @Test
  void should_declare_the_same_resources_in_a_preview() {
    CellPlan plan = SampleFleet.plan(cell(NatGateways.PER_ZONE));
    assertThat(Rehearsal.preview(plan))
        .extracting(resource -> resource.type() + " " + resource.name())
        .isEqualTo(
            Rehearsal.of(plan).stream()
                .map(resource -> resource.type() + " " + resource.name())
                .toList());
  }

  @Test
  void should_refuse_a_cell_of_another_inventory() {
    Cell cell = cell(NatGateways.NONE);
    Cell other =
        SampleFleet.cell(
            "eu-west-1-cell-04", "444444444444", "10.4.0.0/16", NatGateways.NONE, 1, 2);
    assertThatThrownBy(() -> CellPlan.of(SampleFleet.inventory(other), cell))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("eu-west-1-cell-03 is not a cell of this inventory");
  }
}
