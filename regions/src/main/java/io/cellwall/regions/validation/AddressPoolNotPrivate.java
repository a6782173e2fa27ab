package io.cellwall.regions.validation;

import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenInventory;

/** The fleet takes its addresses from a private block (RFC 1918). */
final class AddressPoolNotPrivate implements InventoryRule {
  @Override
  public void check(WrittenInventory inventory, Report report) {
    Field<Cidr> field = inventory.fleet().content().addressPool();
    Cidr pool = field.orNull();
    if (pool != null && !pool.isPrivate()) {
      report.violation(
          inventory.fleet(),
          field,
          "addressPool " + pool + " is not private",
          "Use a block inside 10.0.0.0/8, 172.16.0.0/12 or 192.168.0.0/16.");
    }
  }
}
