package io.cellwall.regions.finding;

import java.util.Comparator;

/**
 * A place in a file.
 *
 * @param file path of the file, as the user named it, with forward slashes
 * @param line from 1; 0 where the finding is about the file as a whole
 * @param column from 1; 0 where the line is 0
 */
public record Source(String file, int line, int column) implements Comparable<Source> {

  private static final Comparator<Source> ORDER =
      Comparator.comparing(Source::file)
          .thenComparingInt(Source::line)
          .thenComparingInt(Source::column);

  /** The file as a whole. */
  public static Source ofFile(String file) {
    return new Source(file, 0, 0);
  }

  @Override
  public int compareTo(Source other) {
    return ORDER.compare(this, other);
  }

  /** {@code file:line:column}, which editors and terminals make a link of. */
  @Override
  public String toString() {
    return line == 0 ? file : file + ":" + line + ":" + column;
  }
}
