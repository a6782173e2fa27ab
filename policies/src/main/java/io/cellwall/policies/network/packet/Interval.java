package io.cellwall.policies.network.packet;

/**
 * Numbers from one to another, both included: protocol numbers or ports.
 *
 * @param low the first
 * @param high the last, not before the first
 */
public record Interval(int low, int high) {

  /** Every IP protocol number (IANA, Assigned Internet Protocol Numbers). */
  public static final Interval PROTOCOLS = new Interval(0, 255);

  /** Every port; for protocols without ports, the whole of it. */
  public static final Interval PORTS = new Interval(0, 65_535);

  public Interval {
    if (low > high) {
      throw new IllegalArgumentException(low + " to " + high + " is no interval");
    }
  }

  /** One number. */
  public static Interval only(int number) {
    return new Interval(number, number);
  }

  /** Whether nothing lies in both. */
  boolean isApart(Interval other) {
    return high < other.low || other.high < low;
  }

  /** What lies in both, which are not apart. */
  Interval common(Interval other) {
    return other.contains(this)
        ? this
        : new Interval(Math.max(low, other.low), Math.min(high, other.high));
  }

  /** Tells whether the number lies in it. */
  public boolean contains(int number) {
    return low <= number && number <= high;
  }

  /** Tells whether all of the other lies in it. */
  public boolean contains(Interval other) {
    return low <= other.low && other.high <= high;
  }

  /** The smallest interval with both in it. */
  public Interval hull(Interval other) {
    return new Interval(Math.min(low, other.low), Math.max(high, other.high));
  }
}
