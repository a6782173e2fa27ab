package io.cellwall.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.edge.global.GlobalEdgePlan;
import io.cellwall.edge.region.RegionEdgePlan;
import io.cellwall.edge.zone.ZoneEdgePlan;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for the edges of every fleet. */
class EdgePlanProperties {

  private static final List<String> REGIONS =
      Region.all().stream()
          .filter(region -> region.partition().equals("aws"))
          .map(Region::code)
          .toList();

  /**
   * A fleet of three zones.
   *
   * @param zones its zones
   * @param cells its cells
   */
  record Sample(List<Zone> zones, List<Cell> cells) {

    Inventory inventory() {
      return SampleFleet.inventory(zones, cells);
    }

    Sample without(Cell cell) {
      List<Cell> rest = new ArrayList<>(cells);
      rest.remove(cell);
      return new Sample(zones, rest);
    }
  }

  @Provide
  Arbitrary<Sample> fleets() {
    Arbitrary<List<String>> shuffled = Arbitraries.shuffle(REGIONS).map(all -> all.subList(0, 6));
    return Combinators.combine(
            shuffled,
            Arbitraries.integers().between(1, 3).list().ofSize(3),
            Arbitraries.integers().between(0, 3).list().ofSize(3),
            Arbitraries.of(true, false),
            Arbitraries.of(CellState.class).list().ofMinSize(1).ofMaxSize(12))
        .as(EdgePlanProperties::sample);
  }

  private static Sample sample(
      List<String> regions,
      List<Integer> edges,
      List<Integer> writers,
      boolean admitted,
      List<CellState> states) {
    List<Zone> zones = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    String[] names = {"eu", "us", "in"};
    for (int i = 0; i < names.length; i++) {
      List<String> own = regions.subList(2 * i, 2 * i + 2);
      Zone zone =
          SampleFleet.zone(
              names[i],
              "%d".formatted(i + 1).repeat(11) + "0",
              own.get(writers.get(i) % own.size()),
              own,
              own.subList(0, Math.min(edges.get(i), own.size())));
      zones.add(admitted ? SampleFleet.admitted(zone) : zone);
    }
    for (int i = 0; i < states.size(); i++) {
      int zone = i % names.length;
      String region = regions.get(2 * zone + i / names.length % 2);
      cells.add(
          SampleFleet.cell(
              "%s-cell-%02d".formatted(region, i + 1),
              names[zone],
              states.get(i),
              new FailurePolicy.FailFast()));
    }
    return new Sample(zones, cells);
  }

  private static Map<String, Object> plans(Inventory inventory) {
    TreeMap<String, Object> plans = new TreeMap<>();
    plans.put("global-edge", GlobalEdgePlan.of(inventory));
    for (Zone zone : inventory.zones().values()) {
      plans.put("edge-" + zone.name(), ZoneEdgePlan.of(inventory, zone));
      for (Region region : zone.edges().keySet()) {
        plans.put("edge-" + region, RegionEdgePlan.of(inventory, zone, region));
      }
    }
    return plans;
  }

  @Property(tries = 60)
  void should_change_only_the_regions_edges_of_its_zone_when_a_cell_comes_or_goes(
      @ForAll("fleets") Sample fleet) {
    Map<String, Object> with = plans(fleet.inventory());
    for (Cell cell : fleet.cells()) {
      // GIVEN
      Map<String, Object> without = plans(fleet.without(cell).inventory());
      // WHEN
      Set<String> changed = new TreeSet<>();
      with.forEach(
          (name, plan) -> {
            if (!plan.equals(without.get(name))) {
              changed.add(name);
            }
          });
      // THEN
      Set<String> may = new HashSet<>();
      fleet.zones().stream()
          .filter(zone -> zone.name().equals(cell.zone()))
          .forEach(zone -> zone.edges().keySet().forEach(region -> may.add("edge-" + region)));
      assertThat(may).containsAll(changed);
      if (cell.state().serves()) {
        assertThat(changed).isEqualTo(new TreeSet<>(may));
      }
    }
  }

  @Property(tries = 60)
  void should_name_no_region_and_no_account_of_another_zone(@ForAll("fleets") Sample fleet) {
    Map<String, Object> plans = plans(fleet.inventory());
    for (Zone zone : fleet.zones()) {
      List<String> own = new ArrayList<>(List.of("edge-" + zone.name()));
      zone.edges().keySet().forEach(region -> own.add("edge-" + region));
      for (String stack : own) {
        String text = String.valueOf(plans.get(stack));
        for (Zone other : fleet.zones()) {
          if (!other.equals(zone)) {
            assertThat(text).doesNotContain(other.account().value());
            other
                .edges()
                .values()
                .forEach(edge -> assertThat(text).doesNotContain(edge.account().value()));
            // AWS has the key of DNSSEC in us-east-1, whoever has that region.
            other.regions().stream()
                .filter(region -> !region.code().equals("us-east-1"))
                .forEach(region -> assertThat(text).doesNotContainPattern("\\b" + region + "\\b"));
          }
        }
      }
    }
  }

  @Property(tries = 60)
  void should_lay_out_subnets_of_any_availability_zones_without_overlap(
      @ForAll("zonesOfRouters") Set<Integer> numbers) {
    // GIVEN
    Zone zone =
        SampleFleet.zone(
            "eu", "111111111110", "eu-west-1", List.of("eu-west-1"), List.of("eu-west-1"));
    Region region = Region.parse("eu-west-1");
    Zone.RegionEdge edge = zone.edges().values().iterator().next();
    Zone chosen =
        new Zone(
            zone.name(),
            zone.regulations(),
            zone.regions(),
            zone.host(),
            zone.writerRegion(),
            zone.account(),
            new TreeMap<>(
                Map.of(
                    region,
                    new Zone.RegionEdge(
                        edge.account(),
                        edge.cidr(),
                        new TreeMap<>(),
                        numbers.stream()
                            .map(each -> AvailabilityZoneId.parse("euw1-az" + each))
                            .toList(),
                        Optional.empty()))),
            new TreeMap<>());
    // WHEN
    List<Cidr> blocks =
        RegionEdgePlan.of(SampleFleet.inventory(chosen), chosen, region)
            .network()
            .subnets()
            .stream()
            .map(subnet -> subnet.cidr())
            .toList();
    // THEN
    assertThat(blocks).hasSize(3 * numbers.size());
    for (int i = 0; i < blocks.size(); i++) {
      assertThat(edge.cidr().contains(blocks.get(i))).isTrue();
      // AWS asks for /27 under a load balancer.
      assertThat(blocks.get(i).prefixLength()).isLessThanOrEqualTo(27);
      for (Cidr later : blocks.subList(i + 1, blocks.size())) {
        assertThat(later.overlaps(blocks.get(i))).isFalse();
      }
    }
  }

  @Provide
  Arbitrary<Set<Integer>> zonesOfRouters() {
    return Arbitraries.integers().between(1, 6).set().ofMinSize(2).ofMaxSize(3);
  }
}
