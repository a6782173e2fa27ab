package io.cellwall.regions.reading;

/** Makes text of unknown origin fit for a message: short, on one line, no terminal codes. */
final class Printable {

  private static final int LONGEST = 60;

  private Printable() {}

  static String of(String text) {
    return of(text, LONGEST);
  }

  static String of(String text, int longest) {
    StringBuilder printable = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .forEach(
            each -> {
              if (isPlain(each)) {
                printable.appendCodePoint(each);
              } else {
                printable.append("\\u{%x}".formatted(each));
              }
            });
    return text.codePointCount(0, text.length()) > longest
        ? printable.append("...").toString()
        : printable.toString();
  }

  /** Tells whether the text can be quoted in a message as it is. */
  static boolean isPrintable(String text) {
    return text.codePointCount(0, text.length()) <= 253
        && text.codePoints().allMatch(Printable::isPlain);
  }

  // Controls, formats (which turn the direction of text) and lone surrogates may hide or fake text.
  private static boolean isPlain(int codePoint) {
    int type = Character.getType(codePoint);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && type != Character.UNASSIGNED
        && type != Character.PRIVATE_USE;
  }
}
