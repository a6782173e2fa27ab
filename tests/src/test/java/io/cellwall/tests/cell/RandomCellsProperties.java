package io.cellwall.tests.cell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever a valid inventory says, its cells are alone. */
class RandomCellsProperties {

  private static final Map<String, List<String>> REGIONS =
      Map.of(
          "eu", List.of("eu-central-1", "eu-north-1", "eu-west-1"),
          "in", List.of("ap-south-1", "ap-south-2"),
          "us", List.of("us-east-2", "us-west-2"));

  // Blocks of addresses of the one and the other cell, which decide names and accounts too.
  private static final int FIRST = 16;
  private static final int SECOND = 101;

  private static final Pattern OWNER = Pattern.compile("arn:aws:[a-z0-9-]+:[a-z0-9-]*:(\\d{12}):");
  private static final Pattern ADDRESSES =
      Pattern.compile("(?<![\\d.])10\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}/\\d{1,2}");

  @Provide
  Arbitrary<Tuple.Tuple2<CellText, CellText>> pairs() {
    return Combinators.combine(cell(FIRST), cell(SECOND)).as(Tuple::of);
  }

  private static Arbitrary<CellText> cell(int firstBlock) {
    Arbitrary<Tuple.Tuple2<String, Optional<String>>> places =
        Arbitraries.of(REGIONS.values())
            .flatMap(
                regions ->
                    Combinators.combine(Arbitraries.of(regions), Arbitraries.of(regions).optional())
                        .as(
                            (home, copy) ->
                                Tuple.of(home, copy.filter(other -> !other.equals(home)))));
    Arbitrary<List<Integer>> zones =
        Arbitraries.of(List.of(1, 2), List.of(1, 3), List.of(2, 3), List.of(1, 2, 3));
    Arbitrary<Tuple.Tuple4<String, String, String, List<String>>> clusters =
        Combinators.combine(
                Arbitraries.of("per-zone", "single", "none"),
                Arbitraries.of("auto-mode", "node-groups"),
                Arbitraries.of("none", "istio-ambient"),
                Arbitraries.of(List.<String>of(), List.of("203.0.113.16/28")))
            .as(Tuple::of);
    return Combinators.combine(
            places,
            Arbitraries.integers().between(firstBlock, firstBlock + 48),
            Arbitraries.of("small", "medium", "large"),
            zones,
            clusters,
            Arbitraries.of(true, false))
        .as(
            (place, block, size, numbers, cluster, admitted) ->
                new CellText(
                    place.get1(),
                    block - firstBlock + (firstBlock == FIRST ? 1 : 51),
                    "4%08d%03d".formatted(block * 7919L, block),
                    block,
                    size,
                    numbers,
                    cluster.get1(),
                    cluster.get2(),
                    cluster.get3(),
                    cluster.get4(),
                    place.get2(),
                    admitted));
  }

  @Property(tries = 12)
  void should_share_nothing_and_cross_no_wall(
      @ForAll("pairs") Tuple.Tuple2<CellText, CellText> pair) {
    // GIVEN a valid inventory of two cells of any kind
    WrittenFleet fleet = WrittenFleet.of(List.of(pair.get1(), pair.get2()));

    // WHEN the real program declares both
    ResourceGraph one = fleet.graph(pair.get1());
    ResourceGraph other = fleet.graph(pair.get2());

    // THEN every rule of the policies passes for each
    Judge judge = Judge.of(fleet.inventory());
    assertThat(judge.judge(one)).isEmpty();
    assertThat(judge.judge(other)).isEmpty();

    // THEN neither says the other's name, account or addresses
    alone(fleet.inventory(), one, pair.get1(), pair.get2());
    alone(fleet.inventory(), other, pair.get2(), pair.get1());

    // THEN no key, nor any other resource, is both's
    assertThat(ids(one)).isNotEmpty().doesNotContainAnyElementsOf(ids(other));
    Set<String> addresses = found(ADDRESSES, one, 0);
    Set<String> edges =
        fleet.inventory().zones().values().stream()
            .flatMap(zone -> zone.edges().values().stream())
            .map(edge -> edge.cidr().toString())
            .collect(Collectors.toSet());
    addresses.removeAll(edges);
    assertThat(addresses).contains(pair.get1().cidr());
    assertThat(addresses).doesNotContainAnyElementsOf(found(ADDRESSES, other, 0));
  }

  private static void alone(
      Inventory inventory, ResourceGraph graph, CellText cell, CellText other) {
    assertThat(GraphJson.write(List.of(graph)))
        .contains(cell.name(), cell.account(), cell.cidr())
        .doesNotContain(other.name(), other.account(), other.cidr());
    // Every ARN is the cell's own, but for its zone's edges and the add-ons' registry of EKS.
    Set<String> owners = found(OWNER, graph, 1);
    Zone zone = requireNonNull(inventory.zones().get(ZoneName.parse(cell.zone())));
    Stream.of(
            Stream.of(cell.account()),
            zone.edges().values().stream().map(edge -> edge.account().value()),
            EksRegistries.of(Region.parse(cell.region())).stream().map(AccountId::value))
        .flatMap(accounts -> accounts)
        .forEach(owners::remove);
    assertThat(owners).isEmpty();
  }

  private static Set<String> found(Pattern pattern, ResourceGraph graph, int group) {
    return pattern
        .matcher(GraphJson.write(List.of(graph)))
        .results()
        .map((MatchResult match) -> match.group(group))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Set<String> ids(ResourceGraph graph) {
    return graph.of(Node.Kind.RESOURCE).stream()
        .flatMap(node -> node.identities().stream())
        // Named by the account alone: switches of its region, and paths in its own registry.
        .filter(id -> !id.startsWith("platform/"))
        .filter(id -> REGIONS.values().stream().noneMatch(regions -> regions.contains(id)))
        .collect(Collectors.toSet());
  }
}
