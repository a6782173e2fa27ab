package io.cellwall.cell.observability.slo;

import java.util.regex.Pattern;

/**
 * Name of a service level objective, unique in its cell: {@code requests-availability}.
 *
 * @param value two to forty lower-case letters, digits and inner hyphens, first a letter
 */
public record SloName(String value) implements Comparable<SloName> {

  private static final Pattern PATTERN = Pattern.compile("[a-z][a-z0-9-]{0,38}[a-z0-9]");

  public SloName {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\""
              + value
              + "\" is not the name of an SLO: 2 to 40 lower-case letters, digits or hyphens,"
              + " such as requests-availability");
    }
  }

  @Override
  public int compareTo(SloName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
