package io.cellwall.fleet.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutlineCacheTest {

  private static final String STACK = new StackName.OfGlobalEdge().value();

  private static final StackOutline BLOCKED =
      new StackOutline(
          new TreeMap<>(Map.of("aws:ec2/vpc:Vpc", 1L)),
          List.of(
              new Finding(
                      "ForeignReference",
                      Severity.VIOLATION,
                      "urn:a",
                      "names another",
                      "name your own",
                      List.of("urn:a", "vpcId"),
                      Optional.of(new Source("cells/a.yaml", 3, 7)))
                  .acrossZones()));

  private final Inventory inventory =
      InventoryReader.read(Path.of(CommandRun.INVENTORY)).inventory().orElseThrow();

  @TempDir Path folder;

  @Test
  void should_give_back_every_part_of_what_was_found() {
    // WHEN what stands against a stack is remembered
    cache("code", inventory).put(STACK, BLOCKED);

    // THEN another run finds it whole
    assertThat(cache("code", inventory).find(STACK)).contains(BLOCKED);
  }

  @Test
  void should_know_nothing_for_other_code_another_inventory_or_another_stack() {
    // GIVEN a remembered stack
    cache("code", inventory).put(STACK, BLOCKED);

    // WHEN one cell of the inventory is another
    Inventory other =
        new Inventory(
            inventory.fleet(),
            inventory.zones(),
            inventory.cells().headMap(inventory.cells().lastKey()));

    // THEN
    assertThat(cache("code", other).find(STACK)).isEmpty();
    assertThat(cache("other code", inventory).find(STACK)).isEmpty();
    assertThat(cache("code", inventory).find(inventory.cells().firstKey().toString())).isEmpty();
  }

  @Test
  void should_know_a_stack_that_is_made_the_same_where_everybody_has_the_same() {
    // GIVEN a remembered stack, and what it is made from
    cache("code", inventory).put(STACK, "made from this", BLOCKED);

    // WHEN a cell serves one user more
    OutlineCache cache = cache("code", inventory.with(withOneUserMore()));

    // THEN nothing is known of that inventory, but what the stack was found to be
    assertThat(cache.find(STACK)).isEmpty();
    assertThat(cache.find(STACK, "made from this")).contains(BLOCKED);
    assertThat(cache.find(STACK, "made from that")).isEmpty();
    assertThat(cache.find("edge-eu", "made from this")).isEmpty();
    assertThat(cache("other code", inventory).find(STACK, "made from this")).isEmpty();
  }

  @Test
  void should_know_nothing_of_a_stack_that_is_made_the_same_where_somebody_has_something_else() {
    // GIVEN a remembered stack, and what it is made from
    cache("code", inventory).put(STACK, "made from this", BLOCKED);

    // WHEN a cell is gone
    Inventory other =
        new Inventory(
            inventory.fleet(),
            inventory.zones(),
            inventory.cells().headMap(inventory.cells().lastKey()));

    // THEN
    assertThat(cache("code", other).find(STACK, "made from this")).isEmpty();
  }

  private Cell withOneUserMore() {
    Cell cell = inventory.cell(inventory.cells().firstKey()).orElseThrow();
    return new Cell(
        cell.name(),
        cell.zone(),
        cell.account(),
        cell.cidr(),
        cell.size(),
        cell.users() + 1,
        cell.state(),
        cell.availabilityZones(),
        cell.nat(),
        cell.compute(),
        cell.whenUnhealthy(),
        cell.backupCopyTo(),
        cell.release(),
        cell.approvedQuotas(),
        cell.facts(),
        cell.recovery());
  }

  private OutlineCache cache(String code, Inventory of) {
    return new OutlineCache(new CheckedFiles(folder), code, of);
  }
}
