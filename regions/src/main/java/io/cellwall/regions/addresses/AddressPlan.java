package io.cellwall.regions.addresses;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Who has which block of the fleet's address pool, and what is free.
 *
 * @param pool the pool
 * @param allocations all blocks that are taken, by address; those of retired cells too
 * @param free what is left: the fewest canonical blocks, by address
 */
public record AddressPlan(Cidr pool, List<Allocation> allocations, List<Cidr> free) {

  public AddressPlan {
    allocations = List.copyOf(allocations);
    free = List.copyOf(free);
  }

  /**
   * A block that is taken.
   *
   * @param cidr the block
   * @param owner the stack that has it
   * @param retired whether the owner is gone; the block stays taken
   */
  public record Allocation(Cidr cidr, StackName owner, boolean retired) {}

  /** The plan of an inventory. */
  public static AddressPlan of(Inventory inventory) {
    List<Allocation> taken = new ArrayList<>();
    for (Zone zone : inventory.zones().values()) {
      zone.edges()
          .forEach(
              (region, edge) ->
                  taken.add(
                      new Allocation(edge.cidr(), new StackName.OfRegionEdge(region), false)));
    }
    for (Cell cell : inventory.cells().values()) {
      boolean retired = cell.state() == CellState.RETIRED;
      taken.add(new Allocation(cell.cidr(), new StackName.OfCell(cell.name()), retired));
    }
    taken.sort(Comparator.comparing(Allocation::cidr));
    Cidr pool = inventory.fleet().addressPool();
    return new AddressPlan(
        pool, taken, pool.without(taken.stream().map(Allocation::cidr).toList()));
  }

  /**
   * The block that the next cell or edge gets: from the smallest free block that is large enough,
   * so that large blocks stay whole; of several, the first.
   *
   * @param prefixLength the prefix length it must have
   * @return the block, or empty where no free block is large enough
   */
  public Optional<Cidr> next(int prefixLength) {
    return free.stream()
        .filter(block -> block.prefixLength() <= prefixLength)
        .max(Comparator.comparingInt(Cidr::prefixLength).thenComparing(Comparator.reverseOrder()))
        .map(block -> block.firstBlock(prefixLength));
  }

  /** How many blocks of a prefix length fit into what is free. */
  public long freeBlocks(int prefixLength) {
    return free.stream()
        .filter(block -> block.prefixLength() <= prefixLength)
        .mapToLong(block -> 1L << (prefixLength - block.prefixLength()))
        .sum();
  }

  /** How many addresses are free. */
  public long freeAddresses() {
    return free.stream().mapToLong(Cidr::addresses).sum();
  }
}
