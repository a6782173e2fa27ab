package io.cellwall.tests.blast;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.blast.BlastRadius;
import io.cellwall.fleet.blast.Namings;
import io.cellwall.fleet.blast.Reach;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The exercise: 1,000,000 users, 99.95 %, GDPR. And mistakes in what the real program declares. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FleetBlastRadiusTest {

  private final Inventory inventory =
      InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
          .inventory()
          .orElseThrow();
  private final Namings namings = new Namings(inventory);
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

  private BlastRadius with(ResourceGraph... changed) {
    Map<String, ResourceGraph> graphs = new LinkedHashMap<>(clean);
    for (ResourceGraph each : changed) {
      graphs.put(each.stack(), each);
    }
    return BlastRadius.of(inventory, graphs.values(), namings);
  }

  private static Reach reach(BlastRadius radius, Failure failure, String what) {
    return radius.row(failure).reaches().stream()
        .filter(reach -> reach.what().equals(what))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(
                    "no "
                        + what
                        + " in "
                        + radius.row(failure).reaches().stream().map(Reach::what).toList()));
  }

  private static String names(Reach reach) {
    return reach.reached().stream().map(Object::toString).collect(Collectors.joining(" "));
  }

  @Test
  void should_say_how_far_each_kind_of_failure_goes() {
    // WHEN the fleet is as it ships
    BlastRadius radius = with();

    // THEN the figures are those of its inventory and graphs
    assertThat(
            Stream.of(Failure.values())
                .map(
                    failure ->
                        "%s: %s, %s, tenants %s, %s"
                            .formatted(
                                failure.label(),
                                radius.share(failure),
                                radius.zoneShares(failure),
                                radius.tenants(failure).words(),
                                radius.row(failure).reaches().get(0).what())))
        .containsExactly(
            "node: 0%, {eu=0%, in=0%, us=0%}, tenants none, a node of us-east-2-cell-01",
            "availability zone: 8.2%, {eu=16.31%, in=0%, us=21.3%}, tenants not known, use2-az1 in us-east-2",
            "cluster: 8.5%, {eu=17.4%, in=45.17%, us=22.08%}, tenants not known, the cluster of us-west-2-cell-03",
            "region: 16.7%, {eu=36.31%, in=45.17%, us=29.88%}, tenants not known, eu-central-1",
            "configuration: 100%, {eu=100%, in=100%, us=100%}, tenants all, a change of global-edge",
            "data: 46%, {eu=100%, in=100%, us=100%}, tenants not known, the table edge-eu-home-cells",
            "dependency: 100%, {eu=100%, in=100%, us=100%}, tenants all, Global Accelerator itself, which no wall divides",
            "noisy neighbour: 46%, {eu=100%, in=100%, us=100%}, tenants not known, a tenant at the routers of edge-eu-central-1");
    assertThat(radius.isUndecided(Failure.NOISY_NEIGHBOUR)).isTrue();
    assertThat(radius.isUndecided(Failure.CLUSTER)).isFalse();
  }

  private static Cell running(Cell cell, String release) {
    return new Cell(
        cell.name(),
        cell.zone(),
        cell.account(),
        cell.cidr(),
        cell.size(),
        cell.users(),
        cell.state(),
        cell.availabilityZones(),
        cell.nat(),
        cell.compute(),
        cell.whenUnhealthy(),
        cell.backupCopyTo(),
        Release.parse(release),
        cell.approvedQuotas(),
        cell.facts(),
        cell.recovery());
  }

  private static String shares(Failure failure, BlastRadius before, BlastRadius after) {
    return "%s: %s, then %s"
        .formatted(failure.label(), before.share(failure), after.share(failure));
  }

  @Test
  void should_change_each_figure_with_what_the_stacks_declare() {
    // GIVEN the fleet, and for each kind of failure one in which a single thing is other
    BlastRadius fleet = with();
    Map<Failure, BlastRadius> others = new EnumMap<>(Failure.class);
    others.put(
        Failure.NODE,
        with(
            Changed.text(
                clean("us-west-2-cell-03"),
                "aws:s3/bucketObjectv2:BucketObjectv2",
                "content",
                text -> text.replace("object.spec.replicas >= 2", "object.spec.replicas >= 1"))));
    others.put(
        Failure.AVAILABILITY_ZONE,
        with(
            Changed.property(
                clean("eu-west-1-cell-01"),
                "aws:elasticache/replicationGroup:ReplicationGroup",
                "multiAzEnabled",
                new Value.Bool(false))));
    others.put(
        Failure.CLUSTER,
        with(
            Changed.property(
                clean("eu-west-1-cell-03"),
                "aws:sqs/queue:Queue",
                "redrivePolicy",
                new Value.Text(
                    "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:436912312261:eu-west-1-cell-02-jobs-dead\"}"))));
    others.put(
        Failure.REGION,
        with(
            Changed.property(
                clean("eu-central-1-cell-01"),
                "aws:rds/cluster:Cluster",
                "globalClusterIdentifier",
                new Value.Text("another"))));
    others.put(
        Failure.DATA, with(Changed.without(clean("edge-eu"), "aws:dynamodb/table:Table", "")));
    others.put(
        Failure.NOISY_NEIGHBOUR,
        with(
            requireNonNull(inventory.zones().get(ZoneName.parse("eu"))).edges().keySet().stream()
                .map(
                    region ->
                        Changed.without(
                            clean("edge-" + region), "aws:lb/loadBalancer:LoadBalancer", ""))
                .toArray(ResourceGraph[]::new)));

    // WHEN, THEN each figure is another
    assertThat(
            others.entrySet().stream().map(each -> shares(each.getKey(), fleet, each.getValue())))
        .containsExactly(
            "node: 0%, then 8.5%",
            "availability zone: 8.2%, then 9.5%",
            "cluster: 8.5%, then 15.8%",
            "region: 16.7%, then 25.3%",
            "data: 46%, then 38.5%",
            "noisy neighbour: 46%, then 38.5%");
  }

  @Test
  void should_reach_fewer_by_a_wrong_release_once_cells_run_another() {
    // GIVEN a cell that is pinned to an earlier release
    Cell cell = requireNonNull(inventory.cells().get(CellName.parse("eu-west-1-cell-03")));
    Inventory pinned = inventory.with(running(cell, "2026.10.0"));

    // WHEN
    BlastRadius radius = BlastRadius.of(pinned, clean.values());

    // THEN its users are not reached, and everybody still is by what stands before all of them
    assertThat(
            names(
                reach(
                    radius,
                    Failure.CONFIGURATION,
                    "release 2026.11.0 and what fleet.yaml gives to every stack")))
        .doesNotContain("eu-west-1-cell-03");
    assertThat(
            names(
                reach(
                    radius,
                    Failure.CONFIGURATION,
                    "release 2026.10.0 and what fleet.yaml gives to every stack")))
        .isEqualTo("eu-west-1-cell-03");
    assertThat(radius.share(Failure.CONFIGURATION)).hasToString("100%");
  }

  @Test
  void should_find_the_next_thing_that_everybody_rests_on_once_one_is_gone() {
    // GIVEN a fleet without names and accelerators, and without the stack above its zones
    ResourceGraph[] graphs =
        clean.values().stream()
            .map(
                graph ->
                    new ResourceGraph(
                        graph.stack(),
                        graph.nodes().stream()
                            .filter(node -> !graph.stack().equals("global-edge"))
                            .filter(node -> !node.type().startsWith("aws:route53/"))
                            .filter(node -> !node.type().startsWith("aws:globalaccelerator/"))
                            .toList()))
            .toArray(ResourceGraph[]::new);

    // WHEN
    BlastRadius radius = with(graphs);

    // THEN only the region that keys of signed names must be in is left
    assertThat(radius.row(Failure.DEPENDENCY).reaches().get(0).path())
        .containsExactly(
            "region us-east-1",
            "urn:pulumi:edge-eu::cellwall::pulumi:providers:aws::edge-eu-aws-dnssec region",
            "urn:pulumi:edge-in::cellwall::pulumi:providers:aws::edge-in-aws-dnssec region",
            "1,000,000 users of ap-south-1-cell-01 and 14 more cells");
  }

  @Test
  void should_show_the_way_from_what_fails_to_the_users() {
    assertThat(reach(with(), Failure.AVAILABILITY_ZONE, "use2-az1 in us-east-2").path())
        .containsExactly(
            "use2-az1",
            "urn:pulumi:us-east-2-cell-02::cellwall::cellwall:cell:Cell$cellwall:cell:Network$cellwall:cell:Routes$aws:ec2/natGateway:NatGateway::us-east-2-cell-02-nat-az1:"
                + " the only way out of nodes in use2-az2, use2-az3 too",
            "82,000 users of us-east-2-cell-02");
  }

  @Test
  void should_count_a_region_as_reaching_its_pairs_users_once_the_standby_has_no_copy() {
    // GIVEN a standby whose database copies another
    ResourceGraph standby =
        Changed.property(
            clean("eu-central-1-cell-01"),
            "aws:rds/cluster:Cluster",
            "globalClusterIdentifier",
            new Value.Text("another"));

    // WHEN, THEN
    assertThat(names(reach(with(), Failure.REGION, "eu-west-1")))
        .isEqualTo("eu-west-1-cell-02 eu-west-1-cell-03");
    assertThat(names(reach(with(standby), Failure.REGION, "eu-west-1")))
        .isEqualTo("eu-west-1-cell-01 eu-west-1-cell-02 eu-west-1-cell-03");
  }

  @Test
  void should_reach_the_whole_zone_once_no_other_routers_are_behind_the_accelerator() {
    // GIVEN an accelerator with the routers of one region
    ResourceGraph edge = clean("edge-in");
    ResourceGraph lonely =
        Changed.without(edge, "aws:globalaccelerator/endpointGroup:EndpointGroup", "ap-south-2");

    // WHEN, THEN
    assertThat(names(reach(with(), Failure.DEPENDENCY, "the stack edge-ap-south-1"))).isEmpty();
    assertThat(names(reach(with(lonely), Failure.DEPENDENCY, "the stack edge-ap-south-1")))
        .isEqualTo("ap-south-1-cell-01 ap-south-2-cell-01");
    assertThat(reach(with(lonely), Failure.REGION, "ap-south-1").path())
        .contains("no routers outside ap-south-1 lead to ap-south-2-cell-01");
  }

  @Test
  void should_reach_a_cell_in_each_of_its_zones_once_its_cache_does_not_fail_over() {
    // GIVEN
    ResourceGraph cell =
        Changed.property(
            clean("eu-west-1-cell-03"),
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "multiAzEnabled",
            new Value.Bool(false));

    // WHEN, THEN
    assertThat(names(reach(with(), Failure.AVAILABILITY_ZONE, "euw1-az2 in eu-west-1"))).isEmpty();
    assertThat(names(reach(with(cell), Failure.AVAILABILITY_ZONE, "euw1-az2 in eu-west-1")))
        .isEqualTo("eu-west-1-cell-03");
  }

  @Test
  void should_count_where_a_database_stands_as_undecided_once_nothing_says_it() {
    // GIVEN instances whose availability zone AWS chooses
    ResourceGraph cell =
        Changed.property(
            clean("eu-west-1-cell-03"),
            "aws:rds/clusterInstance:ClusterInstance",
            "availabilityZone",
            new Value.Null());

    // WHEN
    Reach reach = reach(with(cell), Failure.AVAILABILITY_ZONE, "euw1-az2 in eu-west-1");

    // THEN its users count
    assertThat(names(reach)).isEqualTo("eu-west-1-cell-03");
    assertThat(reach.undecided())
        .containsExactly(
            "where the database stands is not known: urn:pulumi:eu-west-1-cell-03::cellwall::cellwall:cell:Cell$cellwall:cell:Data$cellwall:cell:Database$aws:rds/cluster:Cluster::eu-west-1-cell-03-database");
  }

  @Test
  void should_reach_a_cell_by_one_node_once_single_replicas_are_let_in() {
    // GIVEN guard rails that only warn of a single replica
    ResourceGraph cell =
        Changed.text(
            clean("eu-west-1-cell-03"),
            "aws:s3/bucketObjectv2:BucketObjectv2",
            "content",
            text -> text.replace("object.spec.replicas >= 2", "object.spec.replicas >= 1"));

    // WHEN, THEN
    assertThat(reach(with(cell), Failure.NODE, "a node of eu-west-1-cell-03").path())
        .containsExactly(
            "a node of eu-west-1-cell-03",
            "nothing refuses a workload with a single replica",
            "78,000 users of eu-west-1-cell-03");
  }

  @Test
  void should_find_what_all_cells_share() {
    // GIVEN every cell signs with one and the same key of somebody else
    ResourceGraph[] graphs =
        inventory.cells().values().stream()
            .filter(cell -> cell.state().hasStack())
            .map(
                cell ->
                    Changed.property(
                        clean(cell.name().toString()),
                        "aws:sqs/queue:Queue",
                        "kmsMasterKeyId",
                        new Value.Text("arn:aws:kms:eu-west-1:999988887777:key/shared")))
            .toArray(ResourceGraph[]::new);

    // WHEN
    Reach shared =
        reach(
            with(graphs),
            Failure.DEPENDENCY,
            "ARN arn:aws:kms:eu-west-1:999988887777:key/shared, which 15 stacks rest on");

    // THEN it reaches everybody
    assertThat(shared.reached()).hasSize(15);
    assertThat(shared.path().get(shared.path().size() - 1))
        .isEqualTo("1,000,000 users of ap-south-1-cell-01 and 14 more cells");
  }

  @Test
  void should_let_a_cell_fall_with_the_cell_that_it_names() {
    // GIVEN a cell that reads the queue of another
    ResourceGraph cell =
        Changed.property(
            clean("eu-west-1-cell-03"),
            "aws:sqs/queue:Queue",
            "redrivePolicy",
            new Value.Text(
                "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:436912312261:eu-west-1-cell-02-jobs-dead\"}"));

    // WHEN, THEN
    assertThat(names(reach(with(cell), Failure.CLUSTER, "the cluster of eu-west-1-cell-02")))
        .isEqualTo("eu-west-1-cell-02 eu-west-1-cell-03");
  }

  @Test
  void should_count_everybody_behind_a_stack_that_was_not_planned() {
    // WHEN only one zone's edge was planned
    BlastRadius radius = BlastRadius.of(inventory, List.of(clean("edge-eu")));

    // THEN
    for (Failure failure : Failure.values()) {
      assertThat(radius.share(failure)).hasToString("100%");
      assertThat(radius.isUndecided(failure)).isTrue();
    }
    assertThat(reach(radius, Failure.NODE, "what was not planned").undecided())
        .containsExactly("there is no graph of 25 stacks: all behind it count");
  }
}
