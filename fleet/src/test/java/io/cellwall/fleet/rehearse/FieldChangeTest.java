package io.cellwall.fleet.rehearse;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FieldChangeTest {

  @TempDir Path folder;

  @Test
  void every_stack_of_the_example_should_have_a_field_whose_change_is_legal_and_changes_its_plan() {
    // GIVEN
    Path example =
        Path.of(System.getProperty("cellwall.root")).resolve("regions").resolve("inventory");
    Inventory before = InventoryReader.read(example).inventory().orElseThrow();
    List<StackProgram> stacks = Stacks.of(before);
    assertThat(stacks).isNotEmpty();
    for (StackProgram stack : stacks) {
      RehearsalFolder copy =
          new RehearsalFolder(folder.resolve(stack.name().value()), Path.of("program.jar"));
      copy.copyInventory(example);

      // WHEN
      FieldChange.of(copy.inventory(), stack.name(), stack.zone())
          .orElseThrow()
          .apply(copy.inventory());

      // THEN
      Inventory after = InventoryReader.read(copy.inventory()).inventory().orElseThrow();
      assertThat(Stacks.find(after, stack.name().value()).orElseThrow().plan())
          .as(stack.name().value())
          .isNotEqualTo(stack.plan());
    }
  }
}
