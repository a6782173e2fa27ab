package io.cellwall.fleet.base;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Finds where a file of text begins to differ from what it was. */
public final class ChangedLine {

  private ChangedLine() {}

  /**
   * The first line of the file that differs, from 1; 0 where none does, or it is not there.
   *
   * @param before the file as it was; need not be there, then the first line differs
   * @param after the file as it is
   */
  public static int of(Path before, Path after) {
    try {
      if (!Files.isRegularFile(after)) {
        return 0;
      }
      List<String> now = Files.readAllLines(after);
      List<String> was = Files.isRegularFile(before) ? Files.readAllLines(before) : List.of();
      for (int i = 0; i < now.size(); i++) {
        if (i >= was.size() || !was.get(i).equals(now.get(i))) {
          return i + 1;
        }
      }
      return was.size() > now.size() ? Math.max(1, now.size()) : 0;
    } catch (IOException unreadable) {
      return 0;
    }
  }
}
