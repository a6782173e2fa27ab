package io.cellwall.fleet.blast;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.BlastBudget;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.TenantShare;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BlastRadiusTest {

  private static final Source HERE = new Source("fleet.yaml", 30, 9);

  private static BlastBudget budget(Failure failure, String share) {
    return new BlastBudget(failure, TenantShare.parse(share), HERE);
  }

  @Test
  void should_report_each_budget_that_is_exceeded_with_its_place() {
    // GIVEN two cells, 60 % and 40 % of the users
    BlastRadius radius = new SmallFleet(List.of(60_000L, 40_000L)).radius();

    // WHEN
    List<Finding> findings =
        BudgetFindings.of(
            radius, List.of(budget(Failure.CLUSTER, "50%"), budget(Failure.DEPENDENCY, "0%")));

    // THEN
    assertThat(findings).hasSize(1);
    Finding finding = findings.get(0);
    assertThat(finding.rule()).isEqualTo("BlastRadiusAboveBudget");
    assertThat(finding.severity()).isEqualTo(Severity.VIOLATION);
    assertThat(finding.source()).contains(HERE);
    assertThat(finding.message())
        .isEqualTo(
            "cluster can reach 60% of the users: the cluster of eu-west-1-cell-01; the budget is 50%");
    assertThat(finding.path())
        .containsExactly(
            "the cluster of eu-west-1-cell-01",
            "whenUnhealthy of eu-west-1-cell-01 is fail-fast: no cell takes over",
            "60,000 users of eu-west-1-cell-01");
  }

  @Test
  void should_block_as_undecided_what_only_the_undecided_exceeds() {
    // GIVEN a cell of which nothing says what it runs how often
    BlastRadius radius =
        new SmallFleet(List.of(60_000L, 40_000L))
            .with(
                0,
                "aws:eks/nodeGroup:NodeGroup",
                "nodes",
                Map.of("scalingConfig", Map.of("minSize", 3)))
            .with(
                1,
                "aws:eks/nodeGroup:NodeGroup",
                "nodes",
                Map.of("scalingConfig", Map.of("minSize", 3)))
            .radius();

    // WHEN
    List<Finding> findings = BudgetFindings.of(radius, List.of(budget(Failure.NODE, "0%")));

    // THEN
    assertThat(findings).extracting(Finding::severity).containsExactly(Severity.UNDECIDED);
    assertThat(findings.get(0).message())
        .isEqualTo(
            "node can reach 60% of the users: a node of eu-west-1-cell-01; the budget is 0%."
                + " Undecided: no bundle was found in eu-west-1-cell-01: nothing says how often it"
                + " runs what");
  }

  @Test
  void should_let_a_budget_stand_that_is_met_exactly() {
    BlastRadius radius = new SmallFleet(List.of(60_000L, 40_000L)).radius();
    assertThat(BudgetFindings.of(radius, List.of(budget(Failure.CLUSTER, "60%")))).isEmpty();
  }

  @Test
  void should_say_nothing_of_tenants_but_what_follows() {
    BlastRadius radius = new SmallFleet(List.of(60_000L, 40_000L)).radius();
    assertThat(radius.tenants(Failure.CLUSTER)).isEqualTo(TenantsReached.SOME);
    assertThat(radius.tenants(Failure.DEPENDENCY)).isEqualTo(TenantsReached.NONE);
    assertThat(new SmallFleet(List.of(5L)).radius().tenants(Failure.CLUSTER))
        .isEqualTo(TenantsReached.ALL);
  }

  private static SmallFleet withOneWayOut() {
    return new SmallFleet(List.of(10L))
        .with(0, StackView.SUBNET, "one", Map.of("availabilityZoneId", "euw1-az1"))
        .with(0, StackView.SUBNET, "two", Map.of("availabilityZoneId", "euw1-az2"))
        .with(0, "aws:ec2/natGateway:NatGateway", "nat", Map.of("subnetId", "one"))
        .with(
            0,
            "aws:ec2/route:Route",
            "out",
            Map.of("natGatewayId", "nat", "routeTableId", "table"));
  }

  @Test
  void should_not_mind_a_gateway_that_only_its_own_zone_uses() {
    SmallFleet fleet =
        withOneWayOut()
            .with(
                0,
                "aws:ec2/routeTableAssociation:RouteTableAssociation",
                "here",
                Map.of("routeTableId", "table", "subnetId", "one"));
    assertThat(fleet.radius().users(Failure.AVAILABILITY_ZONE)).isZero();
  }

  @Test
  void should_find_nodes_whose_only_way_out_is_in_another_zone() {
    SmallFleet fleet =
        withOneWayOut()
            .with(
                0,
                "aws:ec2/routeTableAssociation:RouteTableAssociation",
                "elsewhere",
                Map.of("routeTableId", "table", "subnetId", "two"));
    assertThat(fleet.radius().row(Failure.AVAILABILITY_ZONE).reaches().get(0).path())
        .containsExactly(
            "euw1-az1",
            "nat: the only way out of nodes in euw1-az2 too",
            "10 users of eu-west-1-cell-01");
  }

  @Test
  void should_find_a_load_balancer_in_one_zone() {
    SmallFleet fleet =
        withOneWayOut()
            .with(0, "aws:lb/loadBalancer:LoadBalancer", "door", Map.of("subnets", List.of("two")));
    assertThat(fleet.radius().row(Failure.AVAILABILITY_ZONE).reaches().get(0).path())
        .containsExactly(
            "euw1-az2",
            "door: a lb LoadBalancer stands in euw1-az2 alone",
            "10 users of eu-west-1-cell-01");
  }

  private static Reach reach(SmallFleet fleet, Failure failure, String what) {
    return fleet.radius().row(failure).reaches().stream()
        .filter(reach -> reach.what().equals(what))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + what));
  }

  @Test
  void should_count_all_who_share_an_account() {
    // GIVEN two cells, once in an account each and once in one
    List<Long> users = List.of(60_000L, 40_000L);
    BlastRadius apart = new SmallFleet(users).radius();
    SmallFleet together =
        SmallFleet.inOneAccount(users)
            .with(0, "aws:sqs/queue:Queue", "a", Map.of())
            .with(1, "aws:sqs/queue:Queue", "b", Map.of());

    // WHEN, THEN
    assertThat(apart.share(Failure.DEPENDENCY)).hasToString("0%");
    assertThat(apart.share(Failure.NOISY_NEIGHBOUR)).hasToString("60%");
    assertThat(together.radius().share(Failure.DEPENDENCY)).hasToString("100%");
    assertThat(together.radius().share(Failure.NOISY_NEIGHBOUR)).hasToString("100%");
    assertThat(reach(together, Failure.NOISY_NEIGHBOUR, "quotas of account 100000000000").path())
        .containsExactly(
            "account 100000000000",
            "shared by eu-west-1-cell-01, eu-west-1-cell-02",
            "100,000 users of eu-west-1-cell-01, eu-west-1-cell-02");
  }

  @Test
  void should_count_all_whose_nodes_leave_by_one_gateway() {
    // GIVEN routes of two cells to a gateway that neither declares, then of one of them
    SmallFleet one = new SmallFleet(List.of(60_000L, 40_000L)).leavesBy(1, "nat-0123456789abcdef0");
    assertThat(one.radius().share(Failure.DEPENDENCY)).hasToString("40%");
    SmallFleet both =
        new SmallFleet(List.of(60_000L, 40_000L))
            .leavesBy(0, "nat-0123456789abcdef0")
            .leavesBy(1, "nat-0123456789abcdef0");

    // WHEN, THEN
    assertThat(both.radius().share(Failure.DEPENDENCY)).hasToString("100%");
    assertThat(both.radius().row(Failure.DEPENDENCY).reaches().get(0).what())
        .isEqualTo("id nat-0123456789abcdef0, which 2 stacks rest on");
  }

  @Test
  void should_let_cells_fall_with_the_cluster_that_they_use() {
    // GIVEN a cell whose workloads run on the cluster of another
    SmallFleet fleet =
        new SmallFleet(List.of(60_000L, 40_000L))
            .with(
                1,
                "aws:eks/podIdentityAssociation:PodIdentityAssociation",
                "pods",
                Map.of("clusterName", "eu-west-1-cell-01-cluster"));

    // WHEN, THEN
    assertThat(fleet.radius().share(Failure.CLUSTER)).hasToString("100%");
    assertThat(reach(fleet, Failure.CLUSTER, "the cluster of eu-west-1-cell-02").reached())
        .hasSize(1);
  }

  @Test
  void should_count_each_database_and_not_the_copy_of_another() {
    SmallFleet fleet =
        new SmallFleet(List.of(60_000L, 40_000L))
            .with(0, "aws:rds/cluster:Cluster", "copy", Map.of("globalClusterIdentifier", "far"))
            .with(1, "aws:rds/cluster:Cluster", "own", Map.of());
    assertThat(fleet.radius().share(Failure.DATA)).hasToString("40%");
    fleet.with(0, "aws:dynamodb/table:Table", "table", Map.of());
    assertThat(fleet.radius().share(Failure.DATA)).hasToString("60%");
  }

  @Test
  void should_count_a_cell_whose_subnets_do_not_say_where_they_are() {
    BlastRadius radius =
        new SmallFleet(List.of(10L)).with(0, StackView.SUBNET, "one", Map.of()).radius();
    assertThat(radius.row(Failure.AVAILABILITY_ZONE).reaches().get(0).undecided())
        .containsExactly("a subnet of eu-west-1-cell-01 does not say its zone");
    assertThat(radius.users(Failure.AVAILABILITY_ZONE)).isEqualTo(10);
  }
}
