package io.cellwall.regions.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.TenantShare;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ExampleFleetTest {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("cellwall.root"), "regions/inventory");

  private static Inventory example() {
    InventoryReading reading = InventoryReader.read(EXAMPLE);
    assertThat(reading.findings()).isEmpty();
    return reading.inventory().orElseThrow();
  }

  @Test
  void should_serve_a_million_users_with_no_cell_above_a_tenth() {
    // GIVEN / WHEN
    Inventory example = example();

    // THEN
    assertThat(example.users()).isEqualTo(1_000_000);
    assertThat(example.cells().values())
        .allSatisfy(
            cell ->
                assertThat(TenantShare.of(cell.users(), example.users()))
                    .isLessThanOrEqualTo(TenantShare.parse("10%")));
  }

  @Test
  void should_have_cells_in_every_state_and_zones_in_several_regions() {
    // GIVEN / WHEN
    Inventory example = example();

    // THEN
    assertThat(example.zones().keySet()).map(Object::toString).containsExactly("eu", "in", "us");
    assertThat(example.zones().values())
        .allSatisfy(zone -> assertThat(zone.regions()).hasSizeGreaterThan(1));
    assertThat(example.cells()).hasSize(16);
    assertThat(example.cells().values()).extracting(Cell::state).contains(CellState.values());
  }

  @Test
  void should_bind_what_the_files_say() {
    // GIVEN / WHEN
    Inventory example = example();
    Cell first = example.cell(CellName.parse("eu-west-1-cell-01")).orElseThrow();
    Cell pinned = example.cell(CellName.parse("us-west-2-cell-02")).orElseThrow();

    // THEN
    assertThat(first)
        .returns(FailurePolicy.Survives.REGION, ExampleFleetTest::claim)
        .returns(Release.parse("2026.11.0"), Cell::release)
        .returns(Region.parse("eu-west-1"), Cell::region);
    assertThat(first.availabilityZones())
        .map(Object::toString)
        .containsExactly("euw1-az1", "euw1-az2", "euw1-az3");
    assertThat(first.facts().orElseThrow().nameServers()).hasSize(4);
    assertThat(pinned.release()).isEqualTo(Release.parse("2026.10.2"));
    assertThat(example.hostOf(first)).hasToString("eu-west-1-cell-01.eu.cells.acme.example");
  }

  private static FailurePolicy.Survives claim(Cell cell) {
    return ((FailurePolicy.Standby) cell.whenUnhealthy()).survives();
  }
}
