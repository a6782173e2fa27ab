package io.cellwall.regions.model;

import java.util.regex.Pattern;

/**
 * A fully qualified DNS name without the final dot: {@code eu.api.example.com}.
 *
 * @param value lower case, two labels or more
 */
public record HostName(String value) implements Comparable<HostName> {

  /** Lower-case labels of at most 63 characters, joined by dots. */
  public static final String SHAPE =
      "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public HostName {
    if (value.length() > 253 || !PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a host name: lower-case labels joined by dots");
    }
  }

  /**
   * Reads a host name.
   *
   * @throws IllegalArgumentException if the text is not a fully qualified lower-case DNS name
   */
  public static HostName parse(String text) {
    return new HostName(text);
  }

  /** The name made by putting labels before this one. */
  public HostName under(String labels) {
    return new HostName(labels + "." + value);
  }

  /** Tells whether this name is the domain or lies inside it. */
  public boolean isWithin(HostName domain) {
    return value.equals(domain.value) || value.endsWith("." + domain.value);
  }

  @Override
  public int compareTo(HostName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
