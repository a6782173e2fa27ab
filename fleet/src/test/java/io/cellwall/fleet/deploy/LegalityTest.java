package io.cellwall.fleet.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LegalityTest {

  private static final Inventory FLEET =
      InventoryReader.read(Path.of(CommandRun.INVENTORY)).inventory().orElseThrow();

  @Test
  void should_let_cells_be_deployed_while_they_are_built_and_while_they_serve() {
    assertThat(refusal(CellState.PROVISIONING)).isEmpty();
    assertThat(refusal(CellState.ACTIVE)).isEmpty();
    assertThat(refusal(CellState.DRAINING)).isEmpty();
  }

  @Test
  void should_refuse_a_cell_of_which_nothing_is_to_exist_and_say_what_to_do() {
    String planned = cell(CellState.PLANNED).name().toString();
    assertThat(refusal(CellState.PLANNED))
        .contains(
            "%s is planned: nothing of it is to exist yet. Write state: provisioning in cells/%s.yaml, have that reviewed, then deploy"
                .formatted(planned, planned));
    String retired = cell(CellState.RETIRED).name().toString();
    assertThat(refusal(CellState.RETIRED))
        .contains(
            retired
                + " is retired: its stack is gone for good, and its name and addresses are never used"
                + " again. For more capacity add a cell: cellwall inventory add");
  }

  @Test
  void should_let_every_edge_be_deployed() {
    assertThat(Legality.refusal(FLEET, StackName.parse("edge-eu"))).isEmpty();
    assertThat(Legality.refusal(FLEET, StackName.parse("global-edge"))).isEmpty();
  }

  private static Optional<String> refusal(CellState state) {
    return Legality.refusal(FLEET, new StackName.OfCell(cell(state).name()));
  }

  private static Cell cell(CellState state) {
    return FLEET.cells().values().stream()
        .filter(each -> each.state() == state)
        .findFirst()
        .orElseThrow();
  }
}
