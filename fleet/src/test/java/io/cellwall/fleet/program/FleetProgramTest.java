package io.cellwall.fleet.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.exceptions.RunException;
import io.cellwall.fleet.CommandRun;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FleetProgramTest {

  private final Inventory inventory =
      InventoryReader.read(Path.of(CommandRun.INVENTORY)).inventory().orElseThrow();

  @Test
  void should_have_a_stack_for_every_cell_that_is_not_retired_and_for_every_edge() {
    assertThat(Stacks.of(inventory))
        .extracting(stack -> stack.name().value())
        .contains("eu-west-1-cell-01", "eu-north-1-cell-02", "edge-eu", "edge-us", "edge-in")
        .contains("edge-eu-west-1", "edge-us-west-2", "global-edge")
        .doesNotContain("eu-west-1-cell-04")
        .doesNotHaveDuplicates();
  }

  @Test
  void should_list_the_stacks_when_the_name_is_unknown() {
    assertThatThrownBy(() -> FleetProgram.program(inventory, "eu-west-1-cell-99"))
        .isInstanceOf(RunException.class)
        .hasMessageStartingWith(
            """
            stack "eu-west-1-cell-99" is not in the inventory; its stacks are:
              ap-south-1-cell-01
            """)
        .hasMessageEndingWith("\n  edge-us\n  global-edge");
  }
}
