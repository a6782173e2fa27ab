package io.cellwall.policies.judge;

import java.time.Duration;

/**
 * How long rules may take, so that no input keeps a judgement from ending.
 *
 * @param perRule how long one rule may take over one node; the slowest of ours needs milliseconds
 * @param overruns after how many nodes on which one took longer the rest is given up
 */
record Patience(Duration perRule, int overruns) {

  /** Far beyond what any rule needs on a busy machine. */
  static final Patience USUAL = new Patience(Duration.ofSeconds(10), 3);

  Patience {
    if (perRule.isNegative() || perRule.isZero() || overruns < 1) {
      throw new IllegalArgumentException("patience must be positive");
    }
  }
}
