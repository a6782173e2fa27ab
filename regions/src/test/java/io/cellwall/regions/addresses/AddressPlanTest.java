package io.cellwall.regions.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressPlanTest {

  private static AddressPlan plan(String pool, String... free) {
    return new AddressPlan(
        Cidr.parse(pool), List.of(), List.of(free).stream().map(Cidr::parse).toList());
  }

  @Test
  void should_know_every_block_of_the_example() {
    // GIVEN
    Path example = Path.of(System.getProperty("cellwall.root"), "regions/inventory");
    Inventory inventory = InventoryReader.read(example).inventory().orElseThrow();

    // WHEN
    AddressPlan plan = AddressPlan.of(inventory);

    // THEN
    assertThat(plan.allocations()).hasSize(16 + 7);
    assertThat(plan.allocations().stream().filter(AddressPlan.Allocation::retired))
        .singleElement()
        .hasToString("Allocation[cidr=10.19.0.0/20, owner=eu-west-1-cell-04, retired=true]");
    long taken = plan.allocations().stream().mapToLong(each -> each.cidr().addresses()).sum();
    assertThat(taken + plan.freeAddresses()).isEqualTo(plan.pool().addresses());
  }

  @Test
  void should_take_the_smallest_hole_that_is_large_enough_and_of_those_the_first() {
    // GIVEN
    AddressPlan plan =
        plan("10.0.0.0/8", "10.0.0.0/16", "10.2.0.0/20", "10.3.0.0/20", "10.4.0.0/24");

    // WHEN / THEN
    assertThat(plan.next(20)).contains(Cidr.parse("10.2.0.0/20"));
    assertThat(plan.next(24)).contains(Cidr.parse("10.4.0.0/24"));
    assertThat(plan.next(18)).contains(Cidr.parse("10.0.0.0/18"));
    assertThat(plan.next(12)).isEmpty();
  }

  @Test
  void should_count_how_many_blocks_fit() {
    // GIVEN
    AddressPlan plan = plan("10.0.0.0/8", "10.0.0.0/16", "10.2.0.0/20", "10.4.0.0/24");

    // WHEN / THEN
    assertThat(plan.freeBlocks(20)).isEqualTo(17);
    assertThat(plan.freeBlocks(16)).isEqualTo(1);
    assertThat(plan.freeBlocks(8)).isZero();
  }
}
