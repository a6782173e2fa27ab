package io.cellwall.regions.validation;

import io.cellwall.regions.written.WrittenInventory;

/**
 * One thing that must hold across the keys and files of an inventory.
 *
 * <p>A rule's id is the simple name of its class, which says what happened. A rule sees the files
 * as written: it passes over fields that are missing or broken, which reading has reported.
 */
interface InventoryRule {

  /** Reports everything that breaks this rule. */
  void check(WrittenInventory inventory, Report report);
}
