package io.cellwall.regions.validation;

import io.cellwall.regions.written.WrittenInventory;

/** No address has two owners; those of a retired cell are never used again. */
final class CidrOverlap implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    // In order of first address, blocks overlap only if one contains the other; so each block is
    // held against the one that reaches farthest so far.
    Block widest = null;
    for (Block block : Block.in(inventory)) {
      if (widest != null && widest.cidr().overlaps(block.cidr())) {
        overlap(widest, block, report);
      } else {
        widest = block;
      }
    }
  }

  // Said of both, since it is not known here which of them is new.
  private static void overlap(Block one, Block other, Report report) {
    say(one, other, report);
    say(other, one, report);
  }

  private static void say(Block block, Block other, Report report) {
    report.violation(
        block.file(),
        block.field(),
        "%s %s overlaps %s of %s".formatted(block.key(), block.cidr(), other.cidr(), other.owner()),
        "Addresses are never shared nor used again; choose a free block: cellwall inventory addresses.");
  }
}
