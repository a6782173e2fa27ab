package io.cellwall.regions.model;

import java.util.regex.Pattern;

/**
 * Name of a residency zone, the legal home of data: {@code eu}, {@code us}, {@code in}.
 *
 * @param value two to sixteen lower-case letters, digits and inner hyphens, first a letter
 */
public record ZoneName(String value) implements Comparable<ZoneName> {

  /** Short, since the zone is part of host names, resource names and every tenant handle. */
  public static final String SHAPE = "[a-z](?:[a-z0-9-]{0,14}[a-z0-9])";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public ZoneName {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a zone name: 2 to 16 lower-case letters, digits or hyphens");
    }
  }

  /**
   * Reads a zone name.
   *
   * @throws IllegalArgumentException if the text is not a zone name; the message quotes it
   */
  public static ZoneName parse(String text) {
    return new ZoneName(text);
  }

  @Override
  public int compareTo(ZoneName other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
