package io.cellwall.fleet.output;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns under a heading, as wide as they need to be. */
public final class Table {

  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> numbers = new ArrayList<>();

  /** A column of text; its heading is in capitals, as kubectl has it. */
  public Table text(String heading) {
    return column(heading, false);
  }

  /** A column of numbers, set to the right. */
  public Table number(String heading) {
    return column(heading, true);
  }

  private Table column(String heading, boolean number) {
    if (rows.isEmpty()) {
      rows.add(new ArrayList<>());
    }
    rows.get(0).add(heading);
    numbers.add(number);
    return this;
  }

  /** A row, with one cell for each column. */
  public void row(Object... cells) {
    if (cells.length != numbers.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + numbers.size());
    }
    List<String> row = new ArrayList<>();
    for (Object cell : cells) {
      row.add(Inert.text(String.valueOf(cell)));
    }
    rows.add(row);
  }

  /** Prints the heading and the rows. */
  public void print(PrintWriter out) {
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String padding = " ".repeat(width(i) - row.get(i).length());
        line.append(numbers.get(i) ? padding + row.get(i) : row.get(i) + padding).append("  ");
      }
      out.println(line.toString().stripTrailing());
    }
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
  }
}
