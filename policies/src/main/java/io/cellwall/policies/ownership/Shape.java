package io.cellwall.policies.ownership;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names of one shape inside texts.
 *
 * <p>Most texts hold none, and a long one has few places where one can begin. So each shape tells
 * by a look at the next few characters where to match at all; that is many times quicker.
 */
enum Shape {
  ARN(Tokens.ARN, "arn:aws", (text, at) -> text.startsWith("arn:aws", at)),
  ENDPOINT_SERVICE(
      Tokens.ENDPOINT_SERVICE,
      "vpce-svc-",
      (text, at) -> text.startsWith("com.amazonaws.", at) || text.startsWith("cn.amazonaws.", at)),
  ADDRESS_NAME(
      Tokens.ADDRESS_NAME,
      "ip-",
      (text, at) -> text.startsWith("ip-", at) && isWordStart(text, at)),
  HOST(
      Tokens.HOST,
      ".",
      (text, at) ->
          isWordStart(text, at) && text.startsWith(".", endOf(text, at + 1, Shape::isOfLabel, 62))),
  CELL_NAME(Tokens.CELL_NAME, "-cell-", Shape::isRegionStart),
  RESOURCE_ID(Tokens.RESOURCE_ID, "-", (text, at) -> isWordBefore("-", 15, text, at)),
  ZONE_ID(Tokens.ZONE_ID, "-az", (text, at) -> isWordBefore("-az", 7, text, at)),
  USER_POOL(Tokens.USER_POOL, "_", Shape::isRegionStart),
  REGION(Tokens.REGION, "-", Shape::isRegionStart),
  CIDR_INSIDE(Tokens.CIDR_INSIDE, "/", Shape::isAddressStart),
  ADDRESS_INSIDE(Tokens.ADDRESS_INSIDE, ".", Shape::isAddressStart),
  ACCOUNT(Tokens.ACCOUNT, "", Shape::isAccountStart);

  static final int DIGITS_OF_ACCOUNT = 12;

  private final Pattern pattern;
  private final String mark;

  @SuppressWarnings("ImmutableEnumChecker") // lambdas that capture nothing
  private final Start start;

  /** A shape, what is part of every name of it, and where one may begin. */
  Shape(String pattern, String mark, Start start) {
    this.pattern = Pattern.compile(pattern);
    this.mark = mark;
    this.start = start;
  }

  /** Tells, without fail when it says no, whether a name begins at a place of a text. */
  @FunctionalInterface
  private interface Start {
    boolean mayBe(String text, int at);
  }

  /** The regular expression that such names match. */
  String pattern() {
    return pattern.pattern();
  }

  /** Begins to look for such names in a text. */
  Search in(String text) {
    return new Search(text);
  }

  /** The first such name in a text. */
  Optional<String> first(String text) {
    Search search = in(text);
    return search.next() ? Optional.of(search.name()) : Optional.empty();
  }

  /** All such names in a text, in their order. */
  Stream<String> all(String text) {
    Search search = in(text);
    return Stream.iterate(search, Search::next, same -> same).map(Search::name);
  }

  /** Finds one name after the other, from left to right. */
  final class Search {

    private final String text;
    private Optional<Matcher> matcher = Optional.empty();
    private int begin;
    private int end;

    private Search(String text) {
      this.text = text.contains(mark) ? text : "";
    }

    /** Tells whether there is one more, and goes to it. */
    boolean next() {
      for (int at = end; at < text.length(); at++) {
        if (start.mayBe(text, at) && isAt(at)) {
          return true;
        }
      }
      return false;
    }

    private boolean isAt(int at) {
      Matcher here = matcher.orElseGet(() -> pattern.matcher(text).useTransparentBounds(true));
      matcher = Optional.of(here);
      if (!here.region(at, text.length()).lookingAt()) {
        return false;
      }
      begin = at;
      end = here.end();
      return true;
    }

    /** Where the name begins. */
    int start() {
      return begin;
    }

    /** Where it has ended. */
    int end() {
      return end;
    }

    /** The name. */
    String name() {
      return text.substring(begin, end);
    }
  }

  /** Tells of a character whether it may be part of something. */
  @FunctionalInterface
  private interface Part {
    boolean is(char c);
  }

  // No further than names of the shape go, so that a long text costs no more for each character.
  private static int endOf(String text, int from, Part part, int most) {
    int last = Math.min(text.length(), from + most);
    int end = from;
    while (end < last && part.is(text.charAt(end))) {
      end++;
    }
    return end;
  }

  // eu-west-1, us-gov-west-1, eusc-de-east-1
  private static boolean isRegionStart(String text, int at) {
    return isLetter(text.charAt(at))
        && isWordStart(text, at)
        && (text.startsWith("-", at + 2) || text.startsWith("eusc-de-", at));
  }

  // A word of so many characters at the most, and what follows it.
  private static boolean isWordBefore(String next, int most, String text, int at) {
    return isWordStart(text, at)
        && isLetter(text.charAt(at))
        && text.startsWith(next, endOf(text, at, Shape::isOfWord, most));
  }

  private static boolean isAccountStart(String text, int at) {
    return isDigit(text.charAt(at))
        && isWordStart(text, at)
        && endOf(text, at, Shape::isDigit, DIGITS_OF_ACCOUNT + 1) == at + DIGITS_OF_ACCOUNT;
  }

  // 10.0.0.1
  private static boolean isAddressStart(String text, int at) {
    return isDigit(text.charAt(at))
        && (at == 0 || !isDigit(text.charAt(at - 1)))
        && text.startsWith(".", endOf(text, at, Shape::isDigit, 3));
  }

  private static boolean isWordStart(String text, int at) {
    return at == 0 || !isAlphanumeric(text.charAt(at - 1));
  }

  private static boolean isAlphanumeric(char c) {
    return isOfWord(c) || (c >= 'A' && c <= 'Z');
  }

  private static boolean isOfWord(char c) {
    return isLetter(c) || isDigit(c);
  }

  private static boolean isOfLabel(char c) {
    return isOfWord(c) || c == '-' || c == '_';
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
