package io.cellwall.fleet.output;

import java.io.PrintWriter;
import java.util.List;

/** Rows of a table in GitHub's Markdown, whose cells are only ever text. */
public final class MarkdownText {

  private MarkdownText() {}

  /** Prints a row. */
  public static void row(PrintWriter out, List<String> cells) {
    StringBuilder row = new StringBuilder("|");
    cells.forEach(cell -> row.append(' ').append(inert(cell)).append(" |"));
    out.println(row);
  }

  /** Text that Markdown cannot take for anything else. */
  public static String inert(String text) {
    return MarkdownOutput.inert(text);
  }
}
