package io.cellwall.cell.observability.slo;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * PromQL that counts events per second over a window: one number without labels, with {@code
 * $window} where the window goes.
 *
 * <p>The text becomes an operand of a larger expression, so it may not end early or swallow what
 * follows: brackets and quotes must close, comments are refused. Whether it is PromQL at all is for
 * promtool to say.
 *
 * @param promQl such as {@code sum(rate(requests_total[$window]))}
 */
public record Query(String promQl) {

  /** Where the window goes. */
  public static final String PLACEHOLDER = "$window";

  public Query {
    if (!promQl.contains("[" + PLACEHOLDER + "]")) {
      throw new IllegalArgumentException(
          "query \"" + promQl + "\" has no [" + PLACEHOLDER + "]: say where its window goes");
    }
    String problem = problemOf(promQl);
    if (!problem.isEmpty()) {
      throw new IllegalArgumentException("query \"" + promQl + "\" " + problem);
    }
  }

  /** The rate of a counter, over all its series. */
  public static Query rateOf(Selector counter) {
    return new Query("sum(rate(" + counter.over(PLACEHOLDER) + "))");
  }

  /** The PromQL for one window. */
  public String over(Window window) {
    return promQl.replace(PLACEHOLDER, window.toString());
  }

  private static String problemOf(String text) {
    Deque<Character> open = new ArrayDeque<>();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '(' -> open.push(')');
        case '[' -> open.push(']');
        case '{' -> open.push('}');
        case ')', ']', '}' -> {
          if (open.isEmpty() || open.pop() != c) {
            return "closes a '" + c + "' that is not open: balance its brackets";
          }
        }
        case '"', '\'', '`' -> {
          i = endOfString(text, i);
          if (i < 0) {
            return "does not close a string: add the missing " + c;
          }
        }
        case '#', '\n', '\r' -> {
          return "has a comment or a line break: write one line of PromQL";
        }
        default -> {}
      }
    }
    return open.isEmpty() ? "" : "does not close a bracket: add the missing " + open.pop();
  }

  private static int endOfString(String text, int start) {
    char quote = text.charAt(start);
    for (int i = start + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quote != '`') {
        i++;
      } else if (c == quote) {
        return i;
      }
    }
    return -1;
  }
}
