package io.cellwall.fleet.output;

/** Text that cannot steer what shows it. */
public final class Inert {

  private Inert() {}

  /**
   * The text with every control character, and every character that changes the direction of
   * writing, shown as its code.
   */
  public static String text(String text) {
    StringBuilder inert = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (steers(point)) {
                inert.append("\\u%04x".formatted(point));
              } else {
                inert.appendCodePoint(point);
              }
            });
    return inert.toString();
  }

  /** The text as Markdown that is nothing but text: no mark-up, no HTML, no link, no mention. */
  public static String markdown(String text) {
    return MarkdownOutput.inert(text);
  }

  private static boolean steers(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT
        || point == '\u2028'
        || point == '\u2029';
  }
}
