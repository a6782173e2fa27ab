package io.cellwall.regions.model;

import java.util.regex.Pattern;

/**
 * Id of an AWS account: twelve digits, kept as text since it may start with zero.
 *
 * @param value the id
 */
public record AccountId(String value) implements Comparable<AccountId> {

  /** Twelve digits. */
  public static final String SHAPE = "[0-9]{12}";

  private static final Pattern PATTERN = Pattern.compile(SHAPE);

  public AccountId {
    if (!PATTERN.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "\"" + value + "\" is not an AWS account id: twelve digits, in quotes");
    }
  }

  /**
   * Reads an account id.
   *
   * @throws IllegalArgumentException if the text is not twelve digits
   */
  public static AccountId parse(String text) {
    return new AccountId(text);
  }

  @Override
  public int compareTo(AccountId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
