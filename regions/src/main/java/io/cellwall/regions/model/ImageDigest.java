package io.cellwall.regions.model;

import java.util.regex.Pattern;

/**
 * The digest by which a container image is run: what was tested is what runs, whatever a tag says.
 *
 * @param value {@code sha256:} and 64 hexadecimal digits
 */
public record ImageDigest(String value) {

  /** The algorithm and the digits. */
  public static final String SHAPE = "sha256:[0-9a-f]{64}";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public ImageDigest {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not a digest: sha256: and 64 hexadecimal digits");
    }
  }

  /**
   * Reads a digest.
   *
   * @throws IllegalArgumentException if the text is not one
   */
  public static ImageDigest parse(String text) {
    return new ImageDigest(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
