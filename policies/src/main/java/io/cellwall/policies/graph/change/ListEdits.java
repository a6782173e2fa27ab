package io.cellwall.policies.graph.change;

import io.cellwall.policies.graph.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How one list becomes another: what both begin and end with stays, and between that the longest
 * common subsequence; what lies between two items that stay is paired in order.
 */
final class ListEdits {

  /** Above so many pairs of items the middle is paired in order as it is. */
  private static final int MOST_PAIRS = 250_000;

  private final List<Value> before;
  private final List<Value> after;
  private final List<ValueChange.Edit> edits = new ArrayList<>();

  ListEdits(List<Value> before, List<Value> after) {
    this.before = before;
    this.after = after;
  }

  List<ValueChange.Edit> edits() {
    int head = 0;
    int shorter = Math.min(before.size(), after.size());
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    middle(head, before.size() - tail, head, after.size() - tail);
    return List.copyOf(edits);
  }

  private void middle(int from, int to, int newFrom, int newTo) {
    int rows = to - from;
    int columns = newTo - newFrom;
    if ((long) rows * columns > MOST_PAIRS) {
      pair(from, to, newFrom, newTo);
      return;
    }
    int[][] longest = longest(from, rows, newFrom, columns);
    int row = 0;
    int column = 0;
    int gapRow = 0;
    int gapColumn = 0;
    while (row < rows && column < columns) {
      if (before.get(from + row).equals(after.get(newFrom + column))) {
        pair(from + gapRow, from + row, newFrom + gapColumn, newFrom + column);
        row++;
        column++;
        gapRow = row;
        gapColumn = column;
      } else if (longest[row + 1][column] >= longest[row][column + 1]) {
        row++;
      } else {
        column++;
      }
    }
    pair(from + gapRow, to, newFrom + gapColumn, newTo);
  }

  private int[][] longest(int from, int rows, int newFrom, int columns) {
    int[][] longest = new int[rows + 1][columns + 1];
    for (int row = rows - 1; row >= 0; row--) {
      for (int column = columns - 1; column >= 0; column--) {
        longest[row][column] =
            before.get(from + row).equals(after.get(newFrom + column))
                ? longest[row + 1][column + 1] + 1
                : Math.max(longest[row + 1][column], longest[row][column + 1]);
      }
    }
    return longest;
  }

  private void pair(int from, int to, int newFrom, int newTo) {
    int pairs = Math.min(to - from, newTo - newFrom);
    for (int i = 0; i < pairs; i++) {
      int at = from + i;
      ValueDifference.between(Optional.of(before.get(at)), Optional.of(after.get(newFrom + i)))
          .ifPresent(change -> edits.add(new ValueChange.Edit(at, change)));
    }
    for (int i = from + pairs; i < to; i++) {
      edits.add(
          new ValueChange.Edit(
              i, new ValueChange.Whole(Optional.of(before.get(i)), Optional.empty())));
    }
    for (int i = newFrom + pairs; i < newTo; i++) {
      edits.add(
          new ValueChange.Edit(
              to, new ValueChange.Whole(Optional.empty(), Optional.of(after.get(i)))));
    }
  }
}
