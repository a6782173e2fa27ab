package io.cellwall.tests.proof;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.proof.FleetProof;
import io.cellwall.policies.proof.FleetStatement;
import io.cellwall.policies.proof.Standing;
import io.cellwall.policies.proof.rule.Aspect;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.policies.waivers.Judgement;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Every pair and zone of the example fleet, and leaks in stacks that the real program declares. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetProofTest {

  private static final String ONE = "eu-west-1-cell-01";
  private static final String TWO = "eu-west-1-cell-02";
  private static final String EDGE = "edge-eu-west-1";

  private final Inventory inventory =
      InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
          .inventory()
          .orElseThrow();
  private final Map<String, ResourceGraph> clean = new LinkedHashMap<>();

  @BeforeAll
  void declare_every_stack() {
    Stacks.of(inventory)
        .forEach(
            stack ->
                clean.put(
                    stack.name().value(),
                    StackCapture.capture("cellwall", stack.name().value(), stack::declare)));
  }

  private ResourceGraph clean(String stack) {
    return requireNonNull(clean.get(stack));
  }

  private String account(String cell) {
    return inventory.cells().values().stream()
        .filter(each -> each.name().toString().equals(cell))
        .map(each -> each.account().value())
        .findFirst()
        .orElseThrow();
  }

  /** A proof of these stacks of the fleet, by the rules' own judgement. */
  private FleetStatement prove(Map<String, ResourceGraph> graphs, List<Finding> found) {
    FleetProof proof = FleetProof.of(inventory, graphs.values(), Judge.of(inventory)::judge);
    List<Judgement> judgements =
        proof.findings().entrySet().stream()
            .map(each -> new Judgement(each.getKey(), each.getValue(), List.of()))
            .toList();
    judgements.forEach(each -> found.addAll(each.findings()));
    return FleetStatement.of(inventory, proof, judgements);
  }

  private Map<String, ResourceGraph> with(ResourceGraph... changed) {
    Map<String, ResourceGraph> graphs = new LinkedHashMap<>(clean);
    for (ResourceGraph each : changed) {
      graphs.put(each.stack(), each);
    }
    // The other zones have no part in this.
    graphs.keySet().removeIf(stack -> !stack.contains("eu"));
    return graphs;
  }

  private boolean shareAccount(String one, String other) {
    return account(one).equals(account(other));
  }

  /** What is not proven beside the pairs that have one account. */
  private static List<String> notProven(FleetStatement statement) {
    return statement.pairs().stream()
        .filter(pair -> pair.standing() != Standing.DECLARED)
        .map(
            pair ->
                pair.aspect()
                    + " "
                    + pair.from()
                    + " -> "
                    + pair.to()
                    + " "
                    + pair.standing()
                    + " "
                    + pair.finding().replaceAll("-[0-9a-f]{12}$", ""))
        .toList();
  }

  @Test
  void should_prove_every_pair_and_zone_of_the_example_fleet_but_pairs_of_one_account() {
    // WHEN
    List<Finding> found = new ArrayList<>();
    FleetStatement statement = prove(clean, found);
    // THEN
    assertThat(found)
        .allSatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo("SharedAccount");
              assertThat(finding.message()).startsWith("has one account with ");
            });
    assertThat(statement.pairs())
        .allSatisfy(pair -> assertThat(shareAccount(pair.from().first(), pair.to())).isTrue());
    assertThat(statement.missing()).isZero();
    assertThat(statement.stacks()).hasSizeGreaterThan(20);
    assertThat(statement.zones())
        .hasSize(3)
        .allSatisfy(
            zone -> {
              assertThat(zone.standing())
                  .containsEntry(Aspect.NETWORK, Standing.PROVEN)
                  .containsEntry(Aspect.RESIDENCY, Standing.PROVEN);
              assertThat(zone.resources().keySet()).isSubsetOf(zone.regions());
            });
    assertThat(statement.doors())
        .extracting(FleetStatement.Door::kind)
        .contains("PrivateLink", "accelerator", "read");
  }

  @Test
  void should_show_a_role_that_trusts_another_cell() {
    // GIVEN
    ResourceGraph leaky =
        Leak.in(clean(ONE))
            .statement(
                "aws:iam/role:Role",
                ONE + "-operator",
                "assumeRolePolicy",
                """
                {"Sid":"Leak","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"sts:AssumeRole"}"""
                    .formatted(account(TWO)))
            .graph();
    // WHEN
    List<Finding> found = new ArrayList<>();
    FleetStatement statement = prove(with(leaky), found);
    // THEN
    assertThat(notProven(statement))
        .containsExactly("ACCESS [" + TWO + "] -> " + ONE + " REFUTED IamPathBetweenCells");
    assertThat(found)
        .anySatisfy(
            finding ->
                assertThat(finding.path())
                    .hasSize(4)
                    .endsWith(
                        "sts:AssumeRole on arn:aws:iam::%s:role/%s-operator"
                            .formatted(account(ONE), ONE)));
  }

  @Test
  void should_show_a_bucket_that_another_cell_may_read() {
    // GIVEN the bucket of the access logs, which denies no account
    String bucket = "acme-" + ONE + "-access-logs";
    ResourceGraph leaky =
        Leak.in(clean(ONE))
            .statement(
                "aws:s3/bucketPolicy:BucketPolicy",
                ONE + "-access-logs",
                "policy",
                """
                {"Sid":"Leak","Effect":"Allow","Principal":{"AWS":"%s"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::%s/*"}"""
                    .formatted(account(TWO), bucket))
            .graph();
    // WHEN
    List<Finding> found = new ArrayList<>();
    FleetStatement statement = prove(with(leaky), found);
    // THEN
    assertThat(notProven(statement))
        .containsExactly("ACCESS [" + TWO + "] -> " + ONE + " REFUTED IamPathBetweenCells");
    assertThat(found)
        .extracting(Finding::message)
        .anyMatch(message -> message.contains(" may s3:GetObject on arn:aws:s3:::" + bucket + "/"));
  }

  @Test
  void should_show_the_packet_that_a_peering_with_routes_lets_pass() {
    // GIVEN a peering of two cells, routes both ways, and a filter that lets the other in
    String peering = "pcx-0123456789abcdef0";
    Leak one = Leak.in(clean(ONE));
    Leak two = Leak.in(clean(TWO));
    one.resource(
        "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
        "leak",
        peering,
        Map.of("vpcId", one.idOf("aws:ec2/vpc:Vpc"), "peerVpcId", two.idOf("aws:ec2/vpc:Vpc")));
    one.routes(peering, two.block());
    two.routes(peering, one.block());
    one.openTo(two.block());
    two.openTo(one.block());
    // WHEN
    List<Finding> found = new ArrayList<>();
    FleetStatement statement = prove(with(one.graph(), two.graph()), found);
    // THEN
    assertThat(notProven(statement))
        .contains(
            "NETWORK [" + TWO + "] -> " + ONE + " REFUTED UndeclaredConnector",
            "NETWORK [" + ONE + "] -> " + TWO + " REFUTED NetworkPathBetweenCells",
            "NETWORK [" + TWO + "] -> " + ONE + " REFUTED NetworkPathBetweenCells");
    assertThat(found)
        .filteredOn(finding -> finding.rule().equals("NetworkPathBetweenCells"))
        .allSatisfy(
            finding ->
                assertThat(finding.path()).anyMatch(hop -> hop.contains("route leads it on")));
    assertThat(statement.stacks())
        .filteredOn(stack -> stack.in(Aspect.NETWORK) == Standing.REFUTED)
        .extracting(FleetStatement.OfStack::stack)
        .containsExactly(ONE, TWO);
  }

  @Test
  void should_follow_roles_over_a_broker_to_the_cell_behind_it() {
    // GIVEN a router role that one cell may become, and another cell's bucket that it may read
    String router = "arn:aws:iam::835244856286:role/" + EDGE + "-router";
    ResourceGraph edge =
        Leak.in(clean(EDGE))
            .statement(
                "aws:iam/role:Role",
                EDGE + "-router",
                "assumeRolePolicy",
                """
                {"Sid":"Leak","Effect":"Allow","Principal":{"AWS":"arn:aws:iam::%s:root"},"Action":"sts:AssumeRole"}"""
                    .formatted(account(ONE)))
            .graph();
    // WHEN
    List<Finding> found = new ArrayList<>();
    FleetStatement statement = prove(with(edge), found);
    // THEN the zone's table is open to the cell, by way of the router
    assertThat(notProven(statement))
        .contains(
            "ACCESS [" + ONE + "] -> " + EDGE + " REFUTED IamPathBetweenCells",
            "ACCESS [" + ONE + "] -> edge-eu REFUTED IamPathBetweenCells");
    assertThat(found)
        .filteredOn(finding -> finding.subject().contains("edge-eu::"))
        .anySatisfy(
            finding ->
                assertThat(finding.path())
                    .contains(
                        "anyone in %s may sts:AssumeRole on %s and becomes %s"
                            .formatted(account(ONE), router, router)));
  }

  @Test
  void should_not_state_residency_of_a_stack_that_works_in_another_zone() {
    // GIVEN a cell whose provider is in the United States
    ResourceGraph moved = Leak.in(clean(ONE)).provider("region", "us-east-1").graph();
    // WHEN
    List<Finding> found = new ArrayList<>();
    FleetStatement statement = prove(with(moved), found);
    // THEN
    assertThat(statement.zones().get(0).standing())
        .containsEntry(Aspect.RESIDENCY, Standing.REFUTED);
    assertThat(statement.holds()).isFalse();
  }

  @Test
  void should_demand_that_a_cell_accepts_each_consumer() {
    // GIVEN an endpoint service that connects whoever is admitted
    ResourceGraph open =
        Leak.in(clean(ONE))
            .change(
                "aws:ec2/vpcEndpointService:VpcEndpointService",
                ONE + "-entrance",
                "acceptanceRequired",
                new Value.Bool(false))
            .graph();
    // WHEN
    List<Finding> found = new ArrayList<>();
    prove(with(open), found);
    // THEN
    assertThat(found)
        .filteredOn(finding -> !finding.rule().equals("SharedAccount"))
        .extracting(Finding::message)
        .containsExactly(
            "acceptanceRequired is not surely true, so that consumers are connected unasked; it must be true");
  }
}
