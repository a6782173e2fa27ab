package io.cellwall.fleet.change;

import io.cellwall.fleet.output.Inert;
import io.cellwall.policies.graph.change.PropertyDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What becomes of resources, a line for each and one for each side of each property. */
final class ResourceLines {

  /** How many properties of a new resource are shown. */
  private static final int OF_NEW = 8;

  private ResourceLines() {}

  /**
   * One line.
   *
   * @param mark {@code +} for what comes, {@code -} for what goes, {@code !} for what changes, a
   *     space else: what a coloured difference takes
   * @param indent how deep it stands, from 0
   * @param text inert text
   */
  record Line(char mark, int indent, String text) {}

  static List<Line> of(ChangeGroup group) {
    List<Line> lines = new ArrayList<>();
    if (group.kind() != StackChange.Kind.CHANGED) {
      char mark = group.kind() == StackChange.Kind.CREATED ? '+' : '-';
      for (Map.Entry<String, Long> type : group.stacks().get(0).types().entrySet()) {
        lines.add(new Line(mark, 0, Inert.text(type.getValue() + " " + type.getKey())));
      }
      return List.copyOf(lines);
    }
    group.resources().forEach(each -> add(lines, each));
    return List.copyOf(lines);
  }

  private static void add(List<Line> lines, ResourceChange resource) {
    char mark =
        switch (resource.action()) {
          case CREATE -> '+';
          case DELETE -> '-';
          case NONE -> ' ';
          default -> '!';
        };
    String why = resource.reasons().isEmpty() ? "" : ": " + String.join("; ", resource.reasons());
    lines.add(
        new Line(
            mark,
            0,
            Inert.text("%s, %s%s".formatted(resource.shown(), resource.action().words(), why))));
    boolean isNew = resource.action() == Action.CREATE;
    int shown = 0;
    for (PropertyDifference each : resource.differences()) {
      if (isNew && shown == OF_NEW) {
        lines.add(
            new Line(
                ' ', 1, "and " + (resource.differences().size() - shown) + " more properties"));
        return;
      }
      shown++;
      each.before().ifPresent(was -> lines.add(line('-', each.path(), was)));
      each.after().ifPresent(is -> lines.add(line('+', each.path(), is)));
    }
  }

  private static Line line(char mark, String path, String value) {
    return new Line(mark, 1, Inert.text(path + ": " + value));
  }
}
