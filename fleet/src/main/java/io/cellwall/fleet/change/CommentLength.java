package io.cellwall.fleet.change;

import java.util.List;

/**
 * Text that grows up to what a comment may have, and says what it leaves out.
 *
 * @see <a href="https://github.com/orgs/community/discussions/27190">65,536 characters at most</a>
 */
final class CommentLength {

  /** What GitHub takes; GitLab takes more. */
  static final int MOST = 65_536;

  /** Kept free for the first line and the last. */
  private static final int LAST = 300;

  private final StringBuilder text = new StringBuilder();
  private int leftOut;

  String text() {
    return leftOut == 0
        ? text.toString()
        : text
            + "\n"
            + leftOut
            + (leftOut == 1 ? " part is" : " parts are")
            + " left out, as a comment takes no more; `cellwall preview` in a terminal shows all.\n";
  }

  private boolean fits(int more) {
    return text.length() + more <= MOST - LAST;
  }

  /** Adds what comes first; it is cut where even that is too long. */
  void must(String part) {
    if (fits(part.length())) {
      text.append(part);
    } else {
      text.append(part, 0, part.lastIndexOf('\n', MOST - LAST - text.length() - 1) + 1);
      leftOut++;
    }
  }

  /** Adds a part if it fits. */
  boolean may(String part) {
    if (fits(part.length())) {
      text.append(part);
      return true;
    }
    leftOut++;
    return false;
  }

  /**
   * Adds a table under a heading.
   *
   * @param open how many rows are shown; the others are folded
   */
  void table(String heading, String head, List<String> rows, int open) {
    int shown = Math.min(open, rows.size());
    if (shown > 0) {
      rows("\n#### " + heading + "\n\n" + head, rows.subList(0, shown), "");
    }
    if (rows.size() > shown) {
      String summary =
          shown == 0 ? heading + " (" + rows.size() + ")" : (rows.size() - shown) + " more";
      rows(
          "\n<details><summary>" + summary + "</summary>\n\n" + head,
          rows.subList(shown, rows.size()),
          "\n</details>\n");
    }
  }

  private void rows(String head, List<String> rows, String tail) {
    if (!fits(head.length() + rows.get(0).length() + tail.length())) {
      leftOut += rows.size();
      return;
    }
    text.append(head);
    for (String row : rows) {
      if (fits(row.length() + tail.length())) {
        text.append(row);
      } else {
        leftOut++;
      }
    }
    text.append(tail);
  }

  /**
   * Adds a folded block, its last lines left out where it is too long.
   *
   * @param all says how to see all of it
   */
  void block(String head, List<String> lines, String tail, String all) {
    if (!fits(head.length() + tail.length() + all.length() + 60)) {
      leftOut++;
      return;
    }
    text.append(head);
    int written = 0;
    for (String line : lines) {
      if (!fits(line.length() + tail.length() + all.length() + 60)) {
        break;
      }
      text.append(line);
      written++;
    }
    if (written < lines.size()) {
      text.append("  … and ")
          .append(lines.size() - written)
          .append(" lines; ")
          .append(all)
          .append('\n');
    }
    text.append(tail);
  }
}
