package io.cellwall.regions.validation;

import io.cellwall.regions.written.WrittenInventory;

/** One thing that must hold between an inventory as it was and as it is to be. */
interface ChangeRule {

  /**
   * Reports everything that breaks this rule.
   *
   * @param base the inventory as it was
   * @param head the inventory as it is to be
   */
  void check(WrittenInventory base, WrittenInventory head, Report report);
}
