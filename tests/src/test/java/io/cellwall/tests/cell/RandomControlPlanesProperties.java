package io.cellwall.tests.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.controlplane.ControlPlanePlan;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.model.GlobalByDesign;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StackName;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import tools.jackson.databind.json.JsonMapper;

/** Whatever a valid inventory says, a control plane names nothing but its own stack's. */
class RandomControlPlanesProperties {

  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9A-Za-z])\\d{12}(?![0-9A-Za-z])");
  // By its compass word: edge-eu-deploy-1 is a policy of a stack, not a region.
  private static final Pattern REGION =
      Pattern.compile(
          "(?<![a-z])(?:af|ap|ca|cn|eu|il|me|mx|sa|us)(?:-gov)?"
              + "-(?:central|(?:north|south)?(?:east|west)|north|south)-\\d(?!\\d)");

  @Provide
  Arbitrary<Tuple.Tuple2<CellText, CellText>> pairs() {
    return new RandomCellsProperties().pairs();
  }

  @Property(tries = 4)
  void should_name_no_other_stack_account_or_region_outside_the_zone(
      @ForAll("pairs") Tuple.Tuple2<CellText, CellText> pair) {
    // GIVEN a valid inventory of two cells of any kind
    Inventory inventory = WrittenFleet.of(List.of(pair.get1(), pair.get2())).inventory();
    Map<String, SortedSet<String>> types = new TreeMap<>();

    for (StackHome home : StackHome.all(inventory)) {
      // WHEN the control plane of a stack is planned, for all that the real program declares
      SortedSet<String> own =
          types.computeIfAbsent(kindOf(home), any -> types(inventory, home.stack()));
      String plan = JSON.writeValueAsString(ControlPlanePlan.of(inventory, home.stack(), own));

      // THEN it says its own account and no other
      assertThat(found(ACCOUNT, plan)).containsExactly(home.account().value());

      // THEN it says regions of its zone, and where AWS wants a key of DNSSEC
      assertThat(regionsOf(inventory, home)).containsAll(found(REGION, plan));

      // THEN it says the name of no other stack
      String rest = plan.replace(home.stack().value(), "");
      assertThat(StackHome.all(inventory))
          .extracting(other -> other.stack().value())
          .filteredOn(name -> !home.stack().value().contains(name))
          .noneMatch(name -> (name.contains(home.stack().value()) ? plan : rest).contains(name));
    }
  }

  // Cells differ in what they declare; edges of a kind do not.
  private static String kindOf(StackHome home) {
    return home.stack() instanceof StackName.OfCell
        ? home.stack().value()
        : home.stack().getClass().getSimpleName();
  }

  private static SortedSet<String> types(Inventory inventory, StackName name) {
    StackProgram stack = Stacks.find(inventory, name.value()).orElseThrow();
    ResourceGraph graph = StackCapture.capture("cellwall", name.value(), stack::declare);
    return graph.of(Node.Kind.RESOURCE).stream()
        .map(Node::type)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> regionsOf(Inventory inventory, StackHome home) {
    Set<String> regions = new HashSet<>(Set.of(home.region().code()));
    home.zone()
        .flatMap(
            zone ->
                inventory.zones().values().stream()
                    .filter(each -> each.name().equals(zone))
                    .findFirst())
        .ifPresent(zone -> zone.regions().stream().map(Region::code).forEach(regions::add));
    if (!(home.stack() instanceof StackName.OfCell)) {
      GlobalByDesign.DNSSEC_KEY.region().map(Region::code).ifPresent(regions::add);
    }
    return regions;
  }

  private static Set<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
