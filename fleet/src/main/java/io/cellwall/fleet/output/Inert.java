package io.cellwall.fleet.output;

/** Text that cannot steer a terminal. */
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

  private static boolean steers(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT
        || point == '\u2028'
        || point == '\u2029';
  }
}
