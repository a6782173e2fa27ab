package io.cellwall.fleet.cost;

import java.math.BigDecimal;

/**
 * Something that costs the same every month, whatever the traffic.
 *
 * @param part the part of the stack that it belongs to, such as {@code network}
 * @param price id of its price
 * @param quantity how many units
 */
record Charge(String part, String price, BigDecimal quantity) {

  static Charge of(String part, String price, long quantity) {
    return new Charge(part, price, BigDecimal.valueOf(quantity));
  }
}
