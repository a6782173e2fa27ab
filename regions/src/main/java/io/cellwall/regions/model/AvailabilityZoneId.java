package io.cellwall.regions.model;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Id of an availability zone: {@code euw1-az1}.
 *
 * <p>The id names the same place in every account; the name ({@code eu-west-1a}) is shuffled per
 * account, so two cells that both sit in "a" may share nothing or everything.
 *
 * @param value the id
 * @see <a href="https://docs.aws.amazon.com/global-infrastructure/latest/regions/az-ids.html">AZ
 *     ids</a>
 */
public record AvailabilityZoneId(String value) implements Comparable<AvailabilityZoneId> {

  /** Region abbreviation, number, {@code -az}, number. */
  public static final String SHAPE = "[a-z]{2,6}[1-9]-az[1-9]";

  private static final Set<String> KNOWN_PARTITIONS = Set.of("aws", "aws-cn", "aws-us-gov");

  /** The highest number that a cell may use: its address block has room for six zones. */
  public static final int HIGHEST_NUMBER = 6;

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public AvailabilityZoneId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not an availability zone id: use the id, such as euw1-az1");
    }
  }

  /**
   * Reads an availability zone id.
   *
   * @throws IllegalArgumentException if the text is not an id, for example a zone's name
   */
  public static AvailabilityZoneId parse(String text) {
    return new AvailabilityZoneId(text);
  }

  /**
   * Tells whether the form of the region's ids is known: in the partitions {@code aws}, {@code
   * aws-cn} and {@code aws-us-gov}. Those of the isolated and the sovereign ones are not published.
   */
  public static boolean isKnownFor(Region region) {
    return KNOWN_PARTITIONS.contains(region.partition());
  }

  /**
   * What the ids of a region start with: {@code euw1} for {@code eu-west-1}. A guess where {@link
   * #isKnownFor} is false.
   */
  public static String prefixOf(Region region) {
    String[] words = region.code().split("-", -1);
    StringBuilder prefix = new StringBuilder(words[0]);
    for (int i = 1; i < words.length - 1; i++) {
      prefix.append(abbreviate(words[i]));
    }
    return prefix.append(words[words.length - 1]).toString();
  }

  /** The first three of a region: where something stands for which nobody chose. */
  public static List<AvailabilityZoneId> firstThreeOf(Region region) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(number -> parse(prefixOf(region) + "-az" + number))
        .toList();
  }

  /** Tells whether this zone lies in the region. */
  public boolean isIn(Region region) {
    return value.startsWith(prefixOf(region) + "-az");
  }

  // AWS shortens each direction to its initials: northeast is ne, and gov is g.
  private static String abbreviate(String word) {
    String initials = word.substring(0, 1);
    for (String direction : new String[] {"east", "west"}) {
      if (word.length() > direction.length() && word.endsWith(direction)) {
        return initials + direction.charAt(0);
      }
    }
    return initials;
  }

  /** The last part of the id, for names inside one region: {@code az1}. */
  public String suffix() {
    return value.substring(value.indexOf('-') + 1);
  }

  /** The number of the zone in its region: 1 for {@code euw1-az1}. */
  public int number() {
    return Integer.parseInt(suffix().substring("az".length()));
  }

  @Override
  public int compareTo(AvailabilityZoneId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
