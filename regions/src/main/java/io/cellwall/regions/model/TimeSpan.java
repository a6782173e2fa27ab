package io.cellwall.regions.model;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time, as objectives state it: {@code 20s}, {@code 15m}, {@code 4h}, {@code 1d}.
 *
 * @param seconds zero or more
 */
public record TimeSpan(long seconds) implements Comparable<TimeSpan> {

  /** A whole number and its unit: seconds, minutes, hours or days. */
  public static final String SHAPE = "(0|[1-9][0-9]{0,5})(s|m|h|d)";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  public TimeSpan {
    if (seconds < 0) {
      throw new IllegalArgumentException(seconds + " seconds is no length of time");
    }
  }

  /**
   * Reads a length of time.
   *
   * @throws IllegalArgumentException if the text is not a number and a unit; the message quotes it
   */
  public static TimeSpan parse(String text) {
    Matcher matcher = PATTERN.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is not a length of time: a number and s, m, h or d, such as 15m");
    }
    long unit =
        switch (matcher.group(2)) {
          case "s" -> 1;
          case "m" -> MINUTE;
          case "h" -> HOUR;
          default -> DAY;
        };
    return new TimeSpan(Long.parseLong(matcher.group(1)) * unit);
  }

  /** Both together. */
  public TimeSpan plus(TimeSpan other) {
    return new TimeSpan(seconds + other.seconds);
  }

  @Override
  public int compareTo(TimeSpan other) {
    return Long.compare(seconds, other.seconds);
  }

  /** In the largest unit that loses nothing. */
  @Override
  public String toString() {
    if (seconds % DAY == 0 && seconds > 0) {
      return seconds / DAY + "d";
    }
    if (seconds % HOUR == 0 && seconds > 0) {
      return seconds / HOUR + "h";
    }
    return seconds % MINUTE == 0 && seconds > 0 ? seconds / MINUTE + "m" : seconds + "s";
  }
}
