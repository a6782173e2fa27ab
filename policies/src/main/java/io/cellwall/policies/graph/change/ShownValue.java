package io.cellwall.policies.graph.change;

import io.cellwall.policies.graph.Value;
import java.util.Map;

/** Values as people see them: short, on one line, a secret and an unknown only marked. */
public final class ShownValue {

  /** The longest text that is shown as it is, in characters. */
  public static final int LONGEST = 200;

  static final String SECRET = "(secret)";
  static final String UNKNOWN = "(known when deployed)";

  /** What is shown around the first place where two long texts differ. */
  private static final int AROUND = 60;

  private ShownValue() {}

  /**
   * Two values that differ.
   *
   * @param before as it was
   * @param after as it becomes
   */
  record Pair(String before, String after) {}

  /** The value, cut where it is long. */
  public static String of(Value value) {
    String text = whole(value);
    return text.length() <= LONGEST
        ? text
        : cut(text, 0, LONGEST) + "… (" + text.length() + " characters)";
  }

  static Pair pair(Value before, Value after) {
    if (before instanceof Value.Secret || after instanceof Value.Secret) {
      return secrets(before, after);
    }
    String from = whole(before);
    String to = whole(after);
    if (from.equals(to)) {
      return new Pair(of(before), of(after) + " (another kind of value)");
    }
    if (from.length() <= LONGEST && to.length() <= LONGEST) {
      return new Pair(from, to);
    }
    int same = 0;
    int shorter = Math.min(from.length(), to.length());
    while (same < shorter && from.charAt(same) == to.charAt(same)) {
      same++;
    }
    return new Pair(around(from, same), around(to, same));
  }

  private static Pair secrets(Value before, Value after) {
    boolean comparable =
        !(before.bare() instanceof Value.Unknown) && !(after.bare() instanceof Value.Unknown);
    if (before instanceof Value.Secret && after instanceof Value.Secret) {
      return new Pair(
          SECRET, comparable ? "(another secret)" : "(secret; whether it changed is not known)");
    }
    return new Pair(of(before), of(after));
  }

  private static String around(String text, int place) {
    int from = Math.max(0, place - AROUND);
    int to = Math.min(text.length(), place + AROUND);
    return (from > 0 ? "…" : "") + cut(text, from, to) + (to < text.length() ? "…" : "");
  }

  // Not through the middle of a character.
  private static String cut(String text, int from, int to) {
    int begin = from > 0 && Character.isLowSurrogate(text.charAt(from)) ? from + 1 : from;
    int end =
        to < text.length() && Character.isLowSurrogate(text.charAt(to))
            ? Math.max(begin, to - 1)
            : to;
    return text.substring(begin, end);
  }

  private static String whole(Value value) {
    StringBuilder text = new StringBuilder();
    if (value instanceof Value.Text plain) {
      text.append(plain.value());
    } else {
      append(text, value);
    }
    return text.toString();
  }

  private static void append(StringBuilder out, Value value) {
    if (value instanceof Value.Text text) {
      out.append('"').append(text.value().replace("\\", "\\\\").replace("\"", "\\\"")).append('"');
    } else if (value instanceof Value.Numeric number) {
      out.append(number.value().toPlainString());
    } else if (value instanceof Value.Bool bool) {
      out.append(bool.value());
    } else if (value instanceof Value.Items items) {
      String separator = "[";
      for (Value item : items.values()) {
        append(out.append(separator), item);
        separator = ", ";
      }
      out.append(items.values().isEmpty() ? "[]" : "]");
    } else if (value instanceof Value.Fields fields) {
      String separator = "{";
      for (Map.Entry<String, Value> field : fields.values().entrySet()) {
        out.append(separator).append(field.getKey()).append(": ");
        append(out, field.getValue());
        separator = ", ";
      }
      out.append(fields.values().isEmpty() ? "{}" : "}");
    } else if (value instanceof Value.Secret) {
      out.append(SECRET);
    } else {
      out.append(value instanceof Value.Unknown ? UNKNOWN : "null");
    }
  }
}
