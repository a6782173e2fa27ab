package io.cellwall.regions.model;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A minor version of Kubernetes, as EKS names it: {@code 1.35}.
 *
 * @param minor the number after the {@code 1.}
 */
public record KubernetesVersion(int minor) implements Comparable<KubernetesVersion> {

  /** {@code 1.}, then a number of two or three digits. */
  public static final String SHAPE = "1\\.[1-9][0-9]{1,2}";

  /** The versions that a cell may run: EKS has them, and there are add-ons for them. */
  public static final List<KubernetesVersion> KNOWN =
      IntStream.rangeClosed(33, 36).mapToObj(KubernetesVersion::new).toList();

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  /**
   * Reads a version.
   *
   * @throws IllegalArgumentException if the text is not a minor version; the message quotes it
   */
  public static KubernetesVersion parse(String text) {
    if (!PATTERN.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a Kubernetes version: write the minor version, such as 1.35");
    }
    return new KubernetesVersion(Integer.parseInt(text.substring(2)));
  }

  @Override
  public int compareTo(KubernetesVersion other) {
    return Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return "1." + minor;
  }
}
