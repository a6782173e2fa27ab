package io.cellwall.regions.model;

import java.util.regex.Pattern;

/**
 * One built version of the templates: {@code 2026.11.0}.
 *
 * @param value the version
 */
public record Release(String value) {

  /** Three numbers, then an optional suffix, as semantic versioning has it. */
  public static final String SHAPE = "[0-9]+\\.[0-9]+\\.[0-9]+(?:-[0-9A-Za-z.-]+)?";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public Release {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a release: three numbers, such as 2026.11.0");
    }
  }

  /**
   * Reads a release.
   *
   * @throws IllegalArgumentException if the text is not a version of three numbers
   */
  public static Release parse(String text) {
    return new Release(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
