package io.cellwall.policies.iam.glob;

import java.util.BitSet;
import java.util.Locale;

/**
 * A pattern over text: {@code *} stands for any characters, also none and also {@code :} and {@code
 * /}; {@code ?} for exactly one.
 *
 * <p>Wildcards are kept as code points that no policy may hold, so that a literal {@code *} (IAM
 * writes it {@code ${*}}) can be a part of a pattern. Runs are put in one order ({@code *?*} is
 * {@code ?*}), so that equal languages mostly are equal patterns.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_resource.html#reference_policies_elements_resource_wildcards">Wildcards
 *     in resource ARNs</a>
 */
public final class Glob implements Comparable<Glob> {

  /** Any text. */
  public static final Glob ANYTHING = parse("*");

  /** Longest pattern in characters; AWS's own limits are lower. */
  public static final int MAX_LENGTH = 4096;

  static final char ANY = '\uFFFF';
  static final char ONE = '\uFFFE';

  private final String symbols;
  private final int fixedPrefix;
  private final int fixedSuffix;
  private final boolean literal;

  private Glob(String symbols) {
    this.symbols = symbols;
    int first = 0;
    while (first < symbols.length() && !isWild(symbols.charAt(first))) {
      first++;
    }
    int last = symbols.length();
    while (last > first && !isWild(symbols.charAt(last - 1))) {
      last--;
    }
    this.fixedPrefix = first;
    this.fixedSuffix = symbols.length() - last;
    this.literal = first == symbols.length();
  }

  /** Reads {@code *} and {@code ?} as wildcards and everything else as itself. */
  public static Glob parse(String text) {
    return coded(text.replace('*', ANY).replace('?', ONE));
  }

  /** The pattern that matches this text only. */
  public static Glob literal(String text) {
    return new Glob(text);
  }

  static Glob coded(String coded) {
    StringBuilder symbols = new StringBuilder(coded.length());
    for (int i = 0; i < coded.length(); ) {
      char symbol = coded.charAt(i);
      if (!isWild(symbol)) {
        symbols.append(symbol);
        i++;
        continue;
      }
      boolean any = false;
      for (; i < coded.length() && isWild(coded.charAt(i)); i++) {
        if (coded.charAt(i) == ONE) {
          symbols.append(ONE);
        } else {
          any = true;
        }
      }
      if (any) {
        symbols.append(ANY);
      }
    }
    return new Glob(symbols.toString());
  }

  static boolean isWild(char symbol) {
    return symbol == ANY || symbol == ONE;
  }

  /** Tells whether text holds a character that patterns use for their own ends. */
  public static boolean isReserved(char symbol) {
    return isWild(symbol);
  }

  String symbols() {
    return symbols;
  }

  /** Tells whether it matches one text only. */
  public boolean isLiteral() {
    return literal;
  }

  /** Tells whether it matches every text. */
  public boolean isAnything() {
    return symbols.length() == 1 && symbols.charAt(0) == ANY;
  }

  /** Place of the first such literal character, or -1. */
  public int indexOf(char literal) {
    return symbols.indexOf(literal);
  }

  /** Number of symbols; a wildcard counts as one. */
  public int length() {
    return symbols.length();
  }

  /** The pattern of the symbols from one place to before another. */
  public Glob slice(int from, int to) {
    return new Glob(symbols.substring(from, to));
  }

  /** The same pattern in lower case, for what AWS compares without case. */
  public Glob lowerCase() {
    return new Glob(symbols.toLowerCase(Locale.ROOT));
  }

  /** A text that it matches: each wildcard replaced by the filler. */
  public String example(String filler) {
    StringBuilder text = new StringBuilder(symbols.length());
    for (int i = 0; i < symbols.length(); i++) {
      char symbol = symbols.charAt(i);
      if (symbol == ANY) {
        text.append(filler);
      } else {
        text.append(symbol == ONE ? 'x' : symbol);
      }
    }
    return text.toString();
  }

  /**
   * Tells whether it matches the text. Takes time in the order of both lengths multiplied, whatever
   * the pattern.
   */
  public boolean matches(String text) {
    if (isAnything()) {
      return true;
    }
    if (literal) {
      return symbols.equals(text);
    }
    return symbols.regionMatches(0, text, 0, fixedPrefix) && absorbs(new Glob(text));
  }

  /**
   * Tells whether it matches everything that the other one matches.
   *
   * <p>A yes is certain. As the alphabet has characters that this pattern does not name, a no is
   * certain too, but for patterns in which {@code ?} and {@code *} stand in different places.
   */
  public boolean covers(Glob other) {
    return isAnything() || equals(other) || absorbs(other);
  }

  /**
   * Whether this pattern, its wildcards taking symbols of the other one whole, can take all of the
   * other one.
   */
  private boolean absorbs(Glob other) {
    // Each run of symbols between two asterisks is best found as early as it can be: what comes
    // after has the most left then. So only the last asterisk is ever gone back to.
    String theirs = other.symbols;
    int mine = 0;
    int asterisk = -1;
    int taken = 0;
    for (int next = 0; next < theirs.length(); ) {
      if (mine < symbols.length() && symbols.charAt(mine) == ANY) {
        asterisk = mine++;
        taken = next;
      } else if (mine < symbols.length() && takes(symbols.charAt(mine), theirs.charAt(next))) {
        mine++;
        next++;
      } else if (asterisk >= 0) {
        mine = asterisk + 1;
        next = ++taken;
      } else {
        return false;
      }
    }
    while (mine < symbols.length() && symbols.charAt(mine) == ANY) {
      mine++;
    }
    return mine == symbols.length();
  }

  private static boolean takes(char mine, char theirs) {
    return mine == ONE ? theirs != ANY : mine == theirs;
  }

  /** Adds the positions that are reached without reading: an asterisk may stand for nothing. */
  BitSet close(BitSet positions) {
    for (int p = positions.nextSetBit(0); p >= 0; p = positions.nextSetBit(p + 1)) {
      if (p < symbols.length() && symbols.charAt(p) == ANY) {
        positions.set(p + 1);
      }
    }
    return positions;
  }

  /**
   * Tells whether some text matches both: reachability in the product of the two, n times m at
   * most.
   */
  public boolean overlaps(Glob other) {
    if (literal && other.literal) {
      return symbols.equals(other.symbols);
    }
    int head = Math.min(fixedPrefix, other.fixedPrefix);
    if (!symbols.regionMatches(0, other.symbols, 0, head)) {
      return false;
    }
    int tail = Math.min(fixedSuffix, other.fixedSuffix);
    if (!symbols.regionMatches(
        symbols.length() - tail, other.symbols, other.symbols.length() - tail, tail)) {
      return false;
    }
    if (isAnything() || other.isAnything()) {
      return true;
    }
    return productReachesEnd(other.symbols);
  }

  private boolean productReachesEnd(String theirs) {
    int n = symbols.length();
    int m = theirs.length();
    boolean[] row = new boolean[m + 1];
    row[m] = true;
    for (int j = m - 1; j >= 0; j--) {
      row[j] = row[j + 1] && theirs.charAt(j) == ANY;
    }
    for (int i = n - 1; i >= 0; i--) {
      char mine = symbols.charAt(i);
      boolean diagonal = row[m];
      row[m] = row[m] && mine == ANY;
      for (int j = m - 1; j >= 0; j--) {
        char other = theirs.charAt(j);
        boolean below = row[j];
        boolean value;
        if (mine == ANY || other == ANY) {
          // The asterisk ends here, or takes one symbol of the other side and stays.
          value = below || row[j + 1];
        } else {
          value = diagonal && (mine == ONE || other == ONE || mine == other);
        }
        row[j] = value;
        diagonal = below;
      }
    }
    return row[0];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Glob glob && glob.symbols.equals(symbols);
  }

  @Override
  public int hashCode() {
    return symbols.hashCode();
  }

  @Override
  public int compareTo(Glob other) {
    return symbols.compareTo(other.symbols);
  }

  /** The pattern as IAM writes it. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(symbols.length());
    for (int i = 0; i < symbols.length(); i++) {
      char symbol = symbols.charAt(i);
      if (symbol == ANY) {
        text.append('*');
      } else if (symbol == ONE) {
        text.append('?');
      } else if (symbol == '*' || symbol == '?') {
        text.append("${").append(symbol).append('}');
      } else {
        text.append(symbol);
      }
    }
    return text.toString();
  }
}
