package io.cellwall.fleet.preview;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExampleCopy;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheKeyTest {

  private static final Path EXAMPLE = Path.of(CommandRun.INVENTORY);

  private final Inventory inventory = InventoryReader.read(EXAMPLE).inventory().orElseThrow();

  @Test
  void should_be_the_same_for_the_same_code_and_plan() {
    assertThat(keys("code", inventory)).isEqualTo(keys("code", inventory));
  }

  @Test
  void should_differ_between_stacks() {
    assertThat(keys("code", inventory)).doesNotHaveDuplicates();
  }

  @Test
  void should_change_for_every_stack_when_the_code_changes() {
    assertThat(keys("other code", inventory)).doesNotContainAnyElementsOf(keys("code", inventory));
  }

  @Test
  void should_change_for_a_cell_alone_when_its_addresses_change(@TempDir Path folder)
      throws IOException {
    // GIVEN the fleet with other addresses for one cell: a value that is no record
    ExampleCopy.into(folder);
    Path cell = folder.resolve("cells/eu-west-1-cell-01.yaml");
    Files.writeString(
        cell, Files.readString(cell).replace("cidr: 10.16.0.0/16", "cidr: 10.200.0.0/16"));
    Inventory changed = InventoryReader.read(folder).inventory().orElseThrow();

    // THEN one key of all differs
    List<CacheKey> before = keys("code", inventory);
    List<CacheKey> after = keys("code", changed);
    assertThat(after.stream().filter(key -> !before.contains(key))).hasSize(1);
  }

  private static List<CacheKey> keys(String code, Inventory inventory) {
    List<StackProgram> stacks = Stacks.of(inventory);
    return stacks.stream().map(stack -> CacheKey.of(code, stack)).toList();
  }
}
