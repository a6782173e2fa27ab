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
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

  @ParameterizedTest
  @CsvSource({
    "cells/eu-west-1-cell-01.yaml, 'cidr: 10.16.0.0/16', 'cidr: 10.200.0.0/16'",
    "cells/eu-west-1-cell-03.yaml, 'nat: per-zone', 'nat: single'",
    "cells/eu-central-1-cell-01.yaml, 'facts:', 'release: 0.0.9\nfacts:'",
    "zones/eu.yaml, 596608884442, 596608884443",
    "fleet.yaml, 'owner: ', 'owner: other-'"
  })
  void should_be_what_it_would_be_had_nothing_been_remembered(
      String file, String was, String is, @TempDir Path folder) throws IOException {
    // GIVEN the remembered keys of the fleet
    Path fleet = folder.resolve("inventory");
    ExampleCopy.into(fleet);
    CheckedFiles files = new CheckedFiles(folder.resolve("cache"));
    PlanKeys remembering = new PlanKeys(Optional.of(files), "code");
    Map<String, String> before = remembering.of(inventory, programs(inventory));

    // WHEN something of one file changes
    Path changed = fleet.resolve(file);
    String text = Files.readString(changed);
    Files.writeString(changed, text.replace(was, is.replace("\\n", "\n")));
    assertThat(changed).content().isNotEqualTo(text);
    Inventory after = InventoryReader.read(fleet).inventory().orElseThrow();

    // THEN
    assertThat(remembering.of(after, programs(after)))
        .isEqualTo(new PlanKeys(Optional.empty(), "code").of(after, programs(after)))
        .isNotEqualTo(before);
  }

  private static Map<String, StackProgram> programs(Inventory inventory) {
    return Stacks.of(inventory).stream()
        .collect(Collectors.toMap(each -> each.name().value(), each -> each));
  }

  private static List<CacheKey> keys(String code, Inventory inventory) {
    List<StackProgram> stacks = Stacks.of(inventory);
    return stacks.stream().map(stack -> CacheKey.of(code, stack)).toList();
  }
}
