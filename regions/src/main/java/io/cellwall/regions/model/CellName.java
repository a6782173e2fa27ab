package io.cellwall.regions.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a cell, of its stack and of its file: {@code eu-west-1-cell-03}.
 *
 * @param region the region the cell lies in
 * @param number the cell's number in its region, 1 to 99, never used again
 */
public record CellName(Region region, int number) implements Comparable<CellName> {

  /** Region code, {@code -cell-}, two digits that are not {@code 00}. */
  public static final String SHAPE = "[a-z]{2,4}(?:-[a-z]+)+-[0-9]-cell-(?:0[1-9]|[1-9][0-9])";

  private static final Pattern PATTERN = Pattern.compile("([a-z0-9-]+)-cell-([0-9]{2})");

  public CellName {
    if (number < 1 || number > 99) {
      throw new IllegalArgumentException("cell number " + number + " is not between 1 and 99");
    }
  }

  /**
   * Reads a cell name.
   *
   * @throws IllegalArgumentException if the text is not {@code <region>-cell-<nn>}; the message
   *     quotes it
   */
  public static CellName parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches() || matcher.group(2).equals("00")) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a cell name: <region>-cell-<nn>, such as eu-west-1-cell-03");
    }
    if (!Region.isRegion(matcher.group(1))) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a cell name: \"" + matcher.group(1) + "\" is no AWS region");
    }
    return new CellName(Region.parse(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  @Override
  public int compareTo(CellName other) {
    int byRegion = region.compareTo(other.region);
    return byRegion != 0 ? byRegion : Integer.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "%s-cell-%02d".formatted(region, number);
  }
}
