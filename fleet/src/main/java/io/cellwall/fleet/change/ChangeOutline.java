package io.cellwall.fleet.change;

import io.cellwall.fleet.change.ChangeSummary.DangerGroup;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A change in words, for whoever lays it out anew.
 *
 * @param base what it is compared with
 * @param headline how many stacks change
 * @param users whom it can reach; empty if nothing changes
 * @param resources what becomes of how many resources; empty if nothing changes
 * @param notes what could not be compared
 * @param kinds of each stack that changes, what becomes of it: {@code created}, {@code changed},
 *     {@code deleted}
 * @param groups the stacks that change in the same way
 * @param dangers what stands out
 */
public record ChangeOutline(
    String base,
    String headline,
    String users,
    String resources,
    List<String> notes,
    SortedMap<String, String> kinds,
    List<Group> groups,
    List<Danger> dangers) {

  /**
   * Stacks that change in the same way.
   *
   * @param stacks their names
   * @param lines what becomes of each one's resources
   */
  public record Group(
      String heading,
      String counts,
      String users,
      List<String> stacks,
      List<Line> lines,
      List<String> notes) {}

  /**
   * A line of a difference.
   *
   * @param kind {@code came}, {@code went}, {@code becomes} or {@code note}
   * @param indent how deep it stands, from 0
   */
  public record Line(String kind, int indent, String text) {}

  /** Something that stands out, and where. */
  public record Danger(String rule, String where, String message, String reason) {}

  public ChangeOutline {
    notes = List.copyOf(notes);
    kinds = Collections.unmodifiableSortedMap(new TreeMap<>(kinds));
    groups = List.copyOf(groups);
    dangers = List.copyOf(dangers);
  }

  /** The outline of a change. */
  public static ChangeOutline of(FleetChange change) {
    boolean any = !change.changed().isEmpty();
    SortedMap<String, String> kinds = new TreeMap<>();
    change
        .changed()
        .forEach(stack -> kinds.put(stack.stack(), stack.kind().name().toLowerCase(Locale.ROOT)));
    return new ChangeOutline(
        change.base(),
        ChangeSummary.headline(change),
        any ? ChangeSummary.users(change.reach()) : "",
        any ? ChangeSummary.counts(ChangeSummary.counts(change.changed())) : "",
        change.notes(),
        kinds,
        ChangeGroup.of(change.stacks()).stream().map(group -> group(change, group)).toList(),
        ChangeSummary.dangers(change).stream().map(ChangeOutline::danger).toList());
  }

  private static Group group(FleetChange change, ChangeGroup group) {
    List<StackChange> stacks = group.stacks();
    return new Group(
        ChangeSummary.heading(group),
        ChangeSummary.counts(stacks.get(0).counts()) + (stacks.size() == 1 ? "" : " each"),
        change.reach().words(ChangeText.distinctUsers(change, stacks)),
        stacks.stream().map(StackChange::stack).toList(),
        ResourceLines.of(group).stream()
            .map(line -> new Line(kind(line.mark()), line.indent(), line.text()))
            .toList(),
        stacks.get(0).notes());
  }

  private static String kind(char mark) {
    return switch (mark) {
      case '+' -> "came";
      case '-' -> "went";
      case '!' -> "becomes";
      default -> "note";
    };
  }

  private static Danger danger(DangerGroup group) {
    return new Danger(group.rule(), group.where(), group.message(), group.reason());
  }
}
