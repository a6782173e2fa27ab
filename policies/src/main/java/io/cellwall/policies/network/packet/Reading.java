package io.cellwall.policies.network.packet;

/**
 * How to read what is unknown. What passes by the one reading certainly passes; what does not pass
 * by the other certainly does not.
 */
public enum Reading {
  /** Unknown allows nothing and denies everything. */
  AT_LEAST,
  /** Unknown allows everything and denies nothing. */
  AT_MOST;

  /** Whether an unknown match of an allowing rule matches everything. */
  public boolean unknownAllows() {
    return this == AT_MOST;
  }

  /** Whether an unknown match of a denying rule matches everything. */
  public boolean unknownDenies() {
    return this == AT_LEAST;
  }
}
