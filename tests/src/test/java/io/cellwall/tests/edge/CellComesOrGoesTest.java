package io.cellwall.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a cell of the example fleet changes when it comes or goes. */
class CellComesOrGoesTest {

  private final Inventory inventory =
      InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
          .inventory()
          .orElseThrow();

  @Test
  void should_change_its_own_stack_and_its_zones_routers_only() {
    // GIVEN the fleet with and without one cell
    CellName name = CellName.parse("eu-north-1-cell-01");
    TreeMap<CellName, Cell> rest = new TreeMap<>(inventory.cells());
    assertThat(rest.remove(name)).isNotNull();
    Inventory without = new Inventory(inventory.fleet(), inventory.zones(), rest);

    // WHEN every stack is planned for both
    Map<String, Object> before = plans(without);
    Map<String, Object> after = plans(inventory);

    // THEN
    TreeSet<String> changed = new TreeSet<>();
    after.forEach(
        (stack, plan) -> {
          if (!plan.equals(before.get(stack))) {
            changed.add(stack);
          }
        });
    assertThat(changed)
        .isEqualTo(
            new TreeSet<>(
                List.of(
                    "edge-eu-central-1", "edge-eu-north-1", "edge-eu-west-1", name.toString())));
  }

  private static Map<String, Object> plans(Inventory fleet) {
    return Stacks.of(fleet).stream()
        .collect(Collectors.toMap(stack -> stack.name().value(), StackProgram::plan));
  }
}
