package io.cellwall.rehearsal.cloud;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Something that goes wrong, once, at a call of the user's choice.
 *
 * <p>Written {@code KIND[:CALL[:NUMBER[:TYPE[::NAME]]]]}: {@code die:create:30}, {@code
 * refuse:delete:1}, {@code lose:create:2:aws:ec2/vpc:Vpc}, {@code
 * lose:create:1:aws:kms/key:Key::eu-west-1-cell-03-data}. The call is {@code create} and the number
 * 1 unless told. {@code slow} and {@code region-down} last as long as they are set, and name a time
 * in milliseconds or a region: {@code slow:500}, {@code region-down:eu-west-1}.
 *
 * @param kind what goes wrong
 * @param call {@code create}, {@code update} or {@code delete}
 * @param number at which such call, from 1 on
 * @param type only calls for this type count; empty for any
 * @param name only calls for the resource of this name count; empty for any
 * @param argument milliseconds or a region
 */
record Fault(Kind kind, String call, int number, String type, String name, String argument) {

  private static final Pattern ONCE =
      Pattern.compile(
          "(refuse|throttle|fail-after|die|lose)"
              + "(?::(create|update|delete)(?::([1-9][0-9]{0,5})"
              + "(?::(aws:[^:]+:[^:]+)(?:::(.+))?)?)?)?");

  private static final Pattern LASTING =
      Pattern.compile("(slow):([0-9]{1,6})|(region-down):([a-z0-9-]+)");

  /** What can go wrong. */
  enum Kind {
    /** AWS says no. */
    REFUSE,
    /** AWS says not so fast, and the provider's retries are used up. */
    THROTTLE,
    /** The resource exists, and never becomes ready. */
    FAIL_AFTER,
    /** The call is carried out; then the provider dies. */
    DIE,
    /** The call is carried out; its answer never arrives. */
    LOSE,
    /** Every call takes longer. */
    SLOW,
    /** Every call in a region fails. */
    REGION_DOWN
  }

  /**
   * Reads a fault.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static Fault parse(String text) {
    Matcher once = ONCE.matcher(text);
    if (once.matches()) {
      return new Fault(
          kind(once.group(1)),
          Optional.ofNullable(once.group(2)).orElse("create"),
          Integer.parseInt(Optional.ofNullable(once.group(3)).orElse("1")),
          Optional.ofNullable(once.group(4)).orElse(""),
          Optional.ofNullable(once.group(5)).orElse(""),
          "");
    }
    Matcher lasting = LASTING.matcher(text);
    if (lasting.matches()) {
      boolean slow = lasting.group(1) != null;
      return new Fault(
          slow ? Kind.SLOW : Kind.REGION_DOWN,
          "",
          0,
          "",
          "",
          slow ? lasting.group(2) : lasting.group(4));
    }
    throw new IllegalArgumentException(
        "\"%s\" is no fault; write refuse, throttle, fail-after, die or lose, then :create, :update"
                .formatted(text)
            + " or :delete, then :NUMBER, then :TYPE, then ::NAME; or slow:MILLISECONDS; or"
            + " region-down:REGION");
  }

  private static Kind kind(String text) {
    return Kind.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  boolean lasts() {
    return kind == Kind.SLOW || kind == Kind.REGION_DOWN;
  }

  boolean counts(String made, Order order) {
    return !lasts()
        && call.equals(made)
        && (type.isEmpty() || type.equals(order.type()))
        && (name.isEmpty() || name.equals(order.name()));
  }

  /** The same, one call later. */
  Fault later() {
    return new Fault(kind, call, number - 1, type, name, argument);
  }

  /** As {@link #parse} reads it. */
  String text() {
    String what = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return lasts()
        ? what + ":" + argument
        : what
            + ":"
            + call
            + ":"
            + number
            + (type.isEmpty() ? "" : ":" + type)
            + (name.isEmpty() ? "" : "::" + name);
  }
}
