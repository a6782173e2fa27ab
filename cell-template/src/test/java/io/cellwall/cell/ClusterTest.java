package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.cell.access.AccessPlan.PersonRole;
import io.cellwall.cell.compute.NodeGroupPlan;
import io.cellwall.cell.compute.NodesPlan;
import io.cellwall.cell.role.PodRolePlan;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.wiring.policy.Statement;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The cluster, who may work on it, and how the platform comes into it. */
class ClusterTest {

  // Actions that know no resource, or list what there is:
  // https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
  private static final String WITHOUT_RESOURCES =
      "(?:autoscaling|ec2|elasticloadbalancing):Describe.*"
          + "|ec2:GetInstanceTypesFromInstanceRequirements"
          + "|ecr:GetAuthorizationToken"
          + "|route53:ListHostedZones";

  private static CellPlan plan(NodeProvisioning nodes, CellSize size, String... publicAccess) {
    Cell cell =
        SampleFleet.cell(
            "eu-west-1-cell-03",
            "333333333333",
            "10.3.0.0/16",
            NatGateways.PER_ZONE,
            SampleFleet.zones(3));
    return SampleFleet.plan(
        SampleFleet.with(cell, size, SampleFleet.compute(nodes, Mesh.NONE, publicAccess)));
  }

  private static List<Declared> ofType(CellPlan plan, String type) {
    return Rehearsal.of(plan).stream().filter(made -> made.type().startsWith(type)).toList();
  }

  private static Stream<RolePlan> roles(CellPlan plan) {
    return Stream.of(
            Stream.of(plan.compute().cluster().role(), plan.compute().nodes().role()),
            plan.compute().addOns().stream()
                .flatMap(addOn -> addOn.pods().stream())
                .map(PodRolePlan::role),
            plan.access().people().stream().map(PersonRole::role),
            plan.access().pods().stream().map(PodRolePlan::role),
            Stream.of(plan.install().role(), plan.install().starter()))
        .flatMap(roles -> roles);
  }

  @ParameterizedTest
  @EnumSource
  void should_name_a_resource_wherever_an_action_knows_one(NodeProvisioning nodes) {
    assertThat(roles(plan(nodes, CellSize.SMALL)))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            role ->
                assertThat(
                        role.permissions().stream()
                            .flatMap(policy -> policy.statements().stream())
                            .filter(statement -> statement.resources().contains("*"))
                            .map(Statement::actions)
                            .flatMap(List::stream))
                    .allSatisfy(action -> assertThat(action).matches(WITHOUT_RESOURCES)));
  }

  @ParameterizedTest
  @EnumSource
  void should_let_nobody_take_a_role_but_its_own_account(NodeProvisioning nodes) {
    assertThat(roles(plan(nodes, CellSize.SMALL)).map(role -> role.trust().json()))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            trust ->
                assertThat(trust.replaceAll("arn:aws:[a-z]+:[a-z0-9-]*:333333333333:", ""))
                    .doesNotContain("arn:")
                    .doesNotContain("\"Principal\":\"*\""))
        .filteredOn(trust -> !trust.contains("ec2.amazonaws.com"))
        .allSatisfy(trust -> assertThat(trust).containsPattern("(Source|Principal)Account"));
  }

  @Test
  void should_give_pods_a_role_for_one_service_account_of_one_cluster() {
    CellPlan plan = plan(NodeProvisioning.NODE_GROUPS, CellSize.SMALL);
    assertThat(plan.access().pods())
        .hasSizeGreaterThan(3)
        .allSatisfy(
            pods ->
                assertThat(pods.role().trust().json())
                    .contains("\"pods.eks.amazonaws.com\"")
                    .contains(
                        "\"aws:SourceArn\":[\"arn:aws:eks:eu-west-1:333333333333:cluster/eu-west-1-cell-03\"]")
                    .contains(
                        "\"aws:RequestTag/kubernetes-namespace\":[\""
                            + pods.account().namespace()
                            + "\"]")
                    .contains(
                        "\"aws:RequestTag/kubernetes-service-account\":[\""
                            + pods.account().name()
                            + "\"]"));
  }

  @Test
  void should_ask_people_for_a_second_factor() {
    assertThat(plan(NodeProvisioning.AUTO_MODE, CellSize.SMALL).access().people())
        .hasSize(2)
        .allSatisfy(
            person ->
                assertThat(person.role().trust().statements())
                    .allSatisfy(
                        statement ->
                            assertThat(statement.conditions().toString())
                                .containsAnyOf(
                                    "{aws:MultiFactorAuthPresent=[true]}",
                                    "role/aws-reserved/sso.amazonaws.com/")));
  }

  @Test
  void should_keep_the_api_inside_the_cell_unless_the_inventory_says_otherwise() {
    // GIVEN
    CellPlan inside = plan(NodeProvisioning.AUTO_MODE, CellSize.SMALL);
    CellPlan open = plan(NodeProvisioning.AUTO_MODE, CellSize.SMALL, "203.0.113.16/28");
    // THEN
    assertThat(ofType(inside, "aws:eks/cluster").get(0).input("vpcConfig"))
        .contains("endpointPrivateAccess=true")
        .contains("endpointPublicAccess=false")
        .doesNotContain("publicAccessCidrs");
    assertThat(ofType(open, "aws:eks/cluster").get(0).input("vpcConfig"))
        .contains("endpointPrivateAccess=true")
        .contains("endpointPublicAccess=true")
        .contains("publicAccessCidrs=[203.0.113.16/28]");
  }

  @Test
  void should_encrypt_what_the_cluster_stores_with_the_cells_keys() {
    // GIVEN
    CellPlan plan = plan(NodeProvisioning.NODE_GROUPS, CellSize.SMALL);
    // THEN
    assertThat(ofType(plan, "aws:eks/cluster").get(0).input("encryptionConfig"))
        .contains("keyArn=eu-west-1-cell-03-secrets (arn)");
    assertThat(ofType(plan, "aws:ebs/defaultKmsKey").get(0).input("keyArn"))
        .isEqualTo("eu-west-1-cell-03-data (arn)");
    assertThat(ofType(plan, "aws:ec2/launchTemplate").get(0).input("blockDeviceMappings"))
        .contains("kmsKeyId=eu-west-1-cell-03-data (arn)")
        .doesNotContain("encrypted=false");
    assertThat(ofType(plan, "aws:ecr/repository"))
        .isNotEmpty()
        .allSatisfy(
            repository ->
                assertThat(repository.input("encryptionConfigurations"))
                    .contains("kmsKey=eu-west-1-cell-03-data (arn)"));
  }

  @Test
  void should_choose_all_of_auto_mode_or_nothing_of_it() {
    // GIVEN
    Declared auto =
        ofType(plan(NodeProvisioning.AUTO_MODE, CellSize.SMALL), "aws:eks/cluster").get(0);
    Declared groups =
        ofType(plan(NodeProvisioning.NODE_GROUPS, CellSize.SMALL), "aws:eks/cluster").get(0);
    // THEN
    assertThat(auto.inputs()).containsKeys("computeConfig", "storageConfig");
    assertThat(auto.input("kubernetesNetworkConfig")).contains("elasticLoadBalancing");
    assertThat(groups.inputs()).doesNotContainKeys("computeConfig", "storageConfig");
    assertThat(groups.input("kubernetesNetworkConfig")).doesNotContain("elasticLoadBalancing");
  }

  @Test
  void should_bring_by_add_on_only_what_auto_mode_has_not() {
    assertThat(ofType(plan(NodeProvisioning.AUTO_MODE, CellSize.SMALL), "aws:eks/addon"))
        .extracting(addOn -> addOn.input("addonName"))
        .containsExactlyInAnyOrder(
            "cert-manager",
            "external-dns",
            "kube-state-metrics",
            "metrics-server",
            "prometheus-node-exporter");
    assertThat(ofType(plan(NodeProvisioning.NODE_GROUPS, CellSize.SMALL), "aws:eks/addon"))
        .extracting(addOn -> addOn.input("addonName"))
        .contains("vpc-cni", "kube-proxy", "coredns", "eks-pod-identity-agent")
        .hasSize(10);
  }

  // 48, 96 and 192 cores of quotas and a quarter more, on eight cores a node, in two zones of
  // three.
  @ParameterizedTest
  @CsvSource({"SMALL, 1, 4", "MEDIUM, 2, 8", "LARGE, 4, 15"})
  void should_hold_the_tenants_of_a_size_with_a_zone_lost(CellSize size, int fewest, int most) {
    NodesPlan nodes = plan(NodeProvisioning.NODE_GROUPS, size).compute().nodes();
    assertThat(nodes.<List<NodeGroupPlan>>choose(auto -> List.of(), NodesPlan.NodeGroups::groups))
        .hasSize(3)
        .allSatisfy(
            group -> {
              assertThat(group.smallest()).isEqualTo(fewest);
              assertThat(group.largest()).isEqualTo(most);
            });
  }

  @Test
  void should_start_the_job_only_when_all_that_it_needs_is_there() {
    // GIVEN what the job uses
    CellPlan plan = plan(NodeProvisioning.AUTO_MODE, CellSize.SMALL);
    Set<String> kinds =
        Set.of("aws:codebuild/project", "aws:cloudwatch/eventTarget", "aws:s3/bucketObjectv2");
    // THEN
    for (String kind : kinds) {
      assertThat(ofType(plan, kind)).as(kind).isNotEmpty();
    }
    assertThat(ofType(plan, "aws:codebuild/project").get(0).input("vpcConfig"))
        .contains("securityGroupIds=[eu-west-1-cell-03-installer (id)]");
    assertThat(ofType(plan, "aws:codebuild/project").get(0).input("environment"))
        .contains("image=333333333333.dkr.ecr.eu-west-1.amazonaws.com/platform/images/alpine/k8s:")
        .contains("imagePullCredentialsType=SERVICE_ROLE")
        .contains("privilegedMode=false");
  }

  @Test
  void should_leave_the_cluster_alone_when_only_the_release_changes() {
    // GIVEN the same cell with another bundle
    CellPlan plan = plan(NodeProvisioning.AUTO_MODE, CellSize.SMALL);
    CellPlan larger = plan(NodeProvisioning.AUTO_MODE, CellSize.LARGE);
    // THEN
    assertThat(larger.install().bundle()).isNotEqualTo(plan.install().bundle());
    assertThat(larger.install().buildspec()).isEqualTo(plan.install().buildspec());
    assertThat(larger.compute()).isEqualTo(plan.compute());
  }
}
