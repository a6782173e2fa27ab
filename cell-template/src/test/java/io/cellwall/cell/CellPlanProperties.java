package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.access.AccessPlan.PersonRole;
import io.cellwall.cell.network.NetworkPlan;
import io.cellwall.cell.network.NetworkPlan.Subnet;
import io.cellwall.cell.network.Tier;
import io.cellwall.cell.role.PodRolePlan;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Compute;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CellPlanProperties {

  private static final JsonMapper JSON = new JsonMapper();

  // Whole blocks of the pool, the longest region codes among the regions.
  @Provide
  Arbitrary<Cell> cells() {
    Arbitrary<String> names =
        Combinators.combine(
                Arbitraries.of(
                    "eu-west-1", "ap-southeast-2", "us-gov-west-1", "cn-northwest-1", "us-east-1"),
                Arbitraries.integers().between(1, 99))
            .as("%s-cell-%02d"::formatted);
    Arbitrary<String> blocks =
        Combinators.combine(
                Arbitraries.integers().between(0, 255), Arbitraries.integers().between(16, 20))
            .as("10.%d.0.0/%d"::formatted);
    Arbitrary<Integer[]> zones =
        Arbitraries.integers().between(1, 6).set().ofMinSize(2).map(CellPlanProperties::sorted);
    return Combinators.combine(
            names,
            Arbitraries.integers().between(100_000, 999_999).map(n -> n + "000000"),
            blocks,
            Arbitraries.of(NatGateways.class),
            zones)
        .as(SampleFleet::cell)
        .flatMap(CellPlanProperties::clusters);
  }

  private static Arbitrary<Cell> clusters(Cell cell) {
    return Combinators.combine(
            Arbitraries.of(CellSize.class),
            Arbitraries.of(NodeProvisioning.class),
            Arbitraries.of(KubernetesVersion.KNOWN),
            Arbitraries.of(Mesh.class),
            Arbitraries.of(List.<Cidr>of(), List.of(Cidr.parse("203.0.113.16/28"))))
        .as(
            (size, nodes, version, mesh, blocks) ->
                SampleFleet.with(cell, size, new Compute(nodes, version, mesh, blocks)));
  }

  private static Integer[] sorted(Set<Integer> numbers) {
    return new TreeSet<>(numbers).toArray(Integer[]::new);
  }

  @Property(tries = 200)
  void should_keep_subnets_apart_and_inside_the_cell(@ForAll("cells") Cell cell) {
    List<Subnet> subnets = network(cell).subnets();
    for (int i = 0; i < subnets.size(); i++) {
      Cidr subnet = subnets.get(i).cidr();
      assertThat(cell.cidr().contains(subnet)).isTrue();
      assertThat(subnet.prefixLength()).isBetween(16, 28);
      for (Subnet other : subnets.subList(i + 1, subnets.size())) {
        assertThat(subnet.overlaps(other.cidr())).isFalse();
      }
    }
  }

  @Property(tries = 200)
  void should_give_every_zone_each_tier_once(@ForAll("cells") Cell cell) {
    List<Subnet> subnets = network(cell).subnets();
    for (Tier tier : Set.of(Tier.LOAD_BALANCERS, Tier.NODES, Tier.DATA)) {
      assertThat(subnets.stream().filter(s -> s.tier() == tier).map(Subnet::availabilityZone))
          .containsExactlyElementsOf(cell.availabilityZones());
    }
  }

  @Property(tries = 200)
  void should_leave_every_subnet_alone_when_a_zone_is_added(@ForAll("cells") Cell cell) {
    // GIVEN
    Assume.that(cell.availabilityZones().size() > 2);
    List<Subnet> all = network(cell).subnets();
    for (int left = 0; left < cell.availabilityZones().size(); left++) {
      // WHEN
      Cell before = without(cell, left);
      List<Subnet> subnets = network(before).subnets();
      // THEN a single NAT gateway stands in the lowest zone, whichever that is
      assertThat(all)
          .containsAll(
              subnets.stream()
                  .filter(s -> cell.nat() != NatGateways.SINGLE || s.tier() != Tier.EGRESS)
                  .toList());
    }
  }

  @Property(tries = 200)
  void should_share_nothing_between_two_cells(
      @ForAll("cells") Cell one, @ForAll("cells") Cell other) {
    Assume.that(!one.name().equals(other.name()));
    Assume.that(!one.account().equals(other.account()));
    Assume.that(!one.cidr().overlaps(other.cidr()));
    // WHEN
    String plan = json(SampleFleet.plan(one)).toString();
    // THEN
    assertThat(plan).contains(one.name().toString(), one.account().value());
    assertThat(plan)
        .doesNotContain(other.name().toString())
        .doesNotContain(other.account().value());
    assertThat(own(one)).isNotEmpty().doesNotContainAnyElementsOf(own(other));
  }

  /** Names, ARNs and addresses of a plan: every text but what is AWS's, the edge's, everybody's. */
  private static Set<String> own(Cell cell) {
    return texts(json(SampleFleet.plan(cell)))
        .filter(
            text ->
                text.contains(cell.name().toString())
                    || text.contains(cell.account().value())
                    || text.matches("10\\..*"))
        .filter(text -> !text.equals(SampleFleet.EDGE_ADDRESSES.toString()))
        .collect(Collectors.toSet());
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().flatMap(CellPlanProperties::texts)
        : Stream.of(node.asString(""));
  }

  @Property(tries = 100)
  void should_stay_within_the_limits_of_aws(@ForAll("cells") Cell cell) {
    CellPlan plan = SampleFleet.plan(cell);
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    assertThat(plan.network().flowLog().role()).hasSizeLessThanOrEqualTo(64);
    assertThat(plan.boundary().name()).hasSizeLessThanOrEqualTo(128);
    assertThat(plan.boundary().policy().json()).hasSizeLessThanOrEqualTo(6_144);
    assertThat(plan.network().flowLog().permissions().json()).hasSizeLessThanOrEqualTo(10_240);
    assertThat(plan.network().flowLog().trust().json()).hasSizeLessThanOrEqualTo(2_048);
    // https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html
    assertThat(plan.ingress().loadBalancer().name()).hasSizeLessThanOrEqualTo(32);
    assertThat(plan.ingress().loadBalancer().targetGroup()).hasSizeLessThanOrEqualTo(32);
    assertThat(plan.ingress().entrance().name()).hasSizeLessThanOrEqualTo(32);
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html, for an
    // organization of 16 letters, the longest
    assertThat(plan.ingress().accessLogs().bucket().bucket())
        .hasSizeLessThanOrEqualTo(63 - 16 + "example".length());
    // https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
    assertThat(plan.ingress().certificate().host().toString()).hasSizeLessThanOrEqualTo(253);
    assertThat(roles(plan))
        .allSatisfy(
            role -> {
              assertThat(role.name()).hasSizeLessThanOrEqualTo(64);
              assertThat(role.trust().json()).hasSizeLessThanOrEqualTo(2_048);
              assertThat(role.permissions().map(PolicyDocument::json).orElse(""))
                  .hasSizeLessThanOrEqualTo(10_240);
            });
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
    assertThat(plan.install().bucket().bucket()).matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]");
    // https://docs.aws.amazon.com/kms/latest/developerguide/resource-limits.html
    assertThat(plan.keys().keys().values())
        .allSatisfy(
            key -> {
              assertThat(key.policy().json()).hasSizeLessThanOrEqualTo(32_768);
              assertThat(key.alias()).hasSizeLessThanOrEqualTo(256);
            });
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

  @Property(tries = 100)
  void should_change_the_json_of_a_plan_exactly_when_the_plan_changes(
      @ForAll("cells") Cell one, @ForAll("cells") Cell other) {
    CellPlan a = SampleFleet.plan(one);
    CellPlan b = SampleFleet.plan(other);
    assertThat(json(a).equals(json(b))).isEqualTo(a.equals(b));
  }

  @Property(tries = 100)
  void should_hold_in_a_plan_only_what_reaches_resources(@ForAll("cells") Cell cell) {
    // GIVEN a cell that serves other users, in another state
    Cell same =
        new Cell(
            cell.name(),
            cell.zone(),
            cell.account(),
            cell.cidr(),
            cell.size(),
            cell.users() + 1,
            CellState.DRAINING,
            cell.availabilityZones(),
            cell.nat(),
            cell.compute(),
            cell.whenUnhealthy(),
            cell.backupCopyTo(),
            cell.release(),
            cell.approvedQuotas(),
            cell.facts(),
            cell.recovery());
    // THEN
    assertThat(json(SampleFleet.plan(same))).isEqualTo(json(SampleFleet.plan(cell)));
  }

  // The rest of a plan costs much more, for the bundle is rendered.
  private static NetworkPlan network(Cell cell) {
    Place place = new Place(cell.name().toString(), cell.region(), cell.account());
    Inventory inventory = SampleFleet.inventory(cell);
    return NetworkPlan.of(place, cell, inventory.zoneOf(cell), place.iamArn("policy/boundary"));
  }

  private static JsonNode json(CellPlan plan) {
    return JSON.readTree(JSON.writeValueAsString(plan));
  }

  private static Cell without(Cell cell, int left) {
    Integer[] numbers =
        cell.availabilityZones().stream()
            .filter(zone -> !zone.equals(cell.availabilityZones().get(left)))
            .map(zone -> Integer.parseInt(zone.suffix().substring(2)))
            .toArray(Integer[]::new);
    return SampleFleet.with(
        SampleFleet.cell(
            cell.name().toString(),
            cell.account().value(),
            cell.cidr().toString(),
            cell.nat(),
            numbers),
        cell.size(),
        cell.compute());
  }
}
