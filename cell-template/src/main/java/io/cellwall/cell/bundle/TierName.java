package io.cellwall.cell.bundle;

import java.util.regex.Pattern;

/**
 * Name of a tenant tier: {@code premium}. Its namespace is {@code tier-premium}.
 *
 * @param value two to twenty lower-case letters, digits and inner hyphens, first a letter
 */
public record TierName(String value) implements Comparable<TierName> {

  /** A DNS label, short since it is part of names and labels. */
  public static final String SHAPE = "[a-z](?:[a-z0-9-]{0,18}[a-z0-9])";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public TierName {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a tier name: 2 to 20 lower-case letters, digits or hyphens");
    }
  }

  /**
   * Reads a tier name.
   *
   * @throws IllegalArgumentException if the text is not a tier name; the message quotes it
   */
  public static TierName parse(String text) {
    return new TierName(text);
  }

  /** The namespace of the tier's workloads. */
  public String namespace() {
    return "tier-" + value;
  }

  @Override
  public int compareTo(TierName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
