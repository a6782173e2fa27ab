package io.cellwall.regions.validation;

import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.written.WrittenInventory;

/** Every block of addresses lies in the fleet's address pool. */
final class CidrOutsidePool implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Cidr pool = inventory.fleet().content().addressPool().orNull();
    if (pool == null) {
      return;
    }
    for (Block block : Block.in(inventory)) {
      if (!pool.contains(block.cidr())) {
        report.violation(
            block.file(),
            block.field(),
            block.key() + " " + block.cidr() + " is not inside the address pool " + pool,
            "Choose a free block: cellwall inventory addresses.");
      }
    }
  }
}
