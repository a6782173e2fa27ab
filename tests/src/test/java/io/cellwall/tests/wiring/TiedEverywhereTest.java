package io.cellwall.tests.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every computed output that goes into an argument is tied to its resource ({@code
 * io.cellwall.wiring.Tied}): else the preview of a stack that does not exist yet tells the engine
 * fewer dependencies than the update does, and {@code pulumi up --plan} refuses what the preview
 * planned. {@code TiedTest} of wiring fails once the SDK mends this.
 */
class TiedEverywhereTest {

  private static final Inventory FLEET =
      InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
          .inventory()
          .orElseThrow();

  @ParameterizedTest
  @ValueSource(strings = {"eu-west-1-cell-03", "edge-eu", "edge-eu-west-1", "global-edge"})
  void a_first_preview_should_tell_the_dependencies_that_the_update_will_have(String stack) {
    // GIVEN
    StackProgram program = Stacks.find(FLEET, stack).orElseThrow();
    ResourceGraph updated = StackCapture.capture("cellwall", stack, program::declare);

    // WHEN
    Map<String, Map<String, Set<String>>> previewed =
        StrippingEngine.dependencies(stack, program::declare);

    // THEN
    Set<String> lost = new TreeSet<>();
    int compared = 0;
    for (Node node : updated.nodes()) {
      for (Map.Entry<String, SortedSet<String>> input : node.propertyDependencies().entrySet()) {
        compared++;
        Set<String> missing = new TreeSet<>(input.getValue());
        missing.removeAll(
            previewed.getOrDefault(node.urn(), Map.of()).getOrDefault(input.getKey(), Set.of()));
        missing.forEach(each -> lost.add(node.urn() + " " + input.getKey() + " -> " + each));
      }
    }
    assertThat(compared).isGreaterThan(10);
    assertThat(lost).as("inputs that lose what they depend on; pass them through Tied").isEmpty();
  }
}
