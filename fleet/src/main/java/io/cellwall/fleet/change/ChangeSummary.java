package io.cellwall.fleet.change;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.StackName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What all outputs say of a change in the same words. */
public final class ChangeSummary {

  private ChangeSummary() {}

  /** {@code 1 of 16 cells changes, 2 edges change}; {@code nothing changes}. */
  static String headline(FleetChange change) {
    Reach reach = change.reach();
    if (!change.isKnown()) {
      return "what changes is not known";
    }
    List<String> parts = new ArrayList<>();
    if (reach.changedCells() > 0) {
      parts.add(
          "%d of %d cells %s"
              .formatted(reach.changedCells(), reach.cells(), verb(reach.changedCells())));
    }
    long others = change.changed().stream().filter(each -> !isCell(each.stack())).count();
    if (others > 0) {
      parts.add(others + (others == 1 ? " edge changes" : " edges change"));
    }
    return parts.isEmpty() ? "nothing changes" : String.join(", ", parts);
  }

  private static String verb(long number) {
    return number == 1 ? "changes" : "change";
  }

  /** Who is at home in what changes, and who passes through it. */
  static String users(Reach reach) {
    String home = reach.words(reach.atHome()) + " at home in cells that change";
    return reach.onTheWay() == 0
        ? home
        : home + ", " + reach.words(reach.onTheWay()) + " more behind edges that change";
  }

  /** {@code 2 create, 5 update}; {@code nothing} where nothing is left. */
  static String counts(SortedMap<Action, Long> counts) {
    return counts.isEmpty()
        ? "no resource"
        : counts.entrySet().stream()
            .map(each -> each.getValue() + " " + each.getKey().words())
            .collect(Collectors.joining(", "));
  }

  /** The counts of all stacks together. */
  static SortedMap<Action, Long> counts(List<StackChange> stacks) {
    SortedMap<Action, Long> all = new TreeMap<>();
    stacks.forEach(
        stack -> stack.counts().forEach((action, count) -> all.merge(action, count, Long::sum)));
    return all;
  }

  /** {@code 11 cells change in the same way}; of one stack its name and what becomes of it. */
  static String heading(ChangeGroup group) {
    List<StackChange> stacks = group.stacks();
    String what =
        switch (group.kind()) {
          case CREATED -> stacks.size() == 1 ? "is new" : "are new";
          case DELETED -> stacks.size() == 1 ? "goes away" : "go away";
          default -> stacks.size() == 1 ? "changes" : "change in the same way";
        };
    return stacks.size() == 1
        ? stacks.get(0).stack() + " " + what
        : stacks.size() + " " + noun(stacks) + " " + what;
  }

  static String noun(List<StackChange> stacks) {
    boolean cells = stacks.stream().allMatch(each -> isCell(each.stack()));
    boolean edges = stacks.stream().noneMatch(each -> isCell(each.stack()));
    return cells ? "cells" : edges ? "edges" : "stacks";
  }

  static String names(List<StackChange> stacks, int most) {
    return first(stacks.stream().map(StackChange::stack).toList(), most);
  }

  /** Names, so many of them and how many more. */
  public static String first(List<String> names, int most) {
    String first = names.stream().limit(most).collect(Collectors.joining(", "));
    return names.size() > most ? first + " and " + (names.size() - most) + " more" : first;
  }

  static boolean isCell(String stack) {
    try {
      return StackName.parse(stack) instanceof StackName.OfCell;
    } catch (IllegalArgumentException other) {
      return false;
    }
  }

  /**
   * Dangers that are the same but for the stack.
   *
   * @param rule the rule
   * @param message what it is; of several stacks, with {@code <stack>} and so on
   * @param reason why it is dangerous
   * @param stacks where; empty where it is of no stack
   */
  record DangerGroup(String rule, String message, String reason, List<String> stacks) {

    /** Where, in words. */
    String where() {
      return switch (stacks.size()) {
        case 0 -> "inventory";
        case 1 -> stacks.get(0);
        default -> stacks.size() + " stacks";
      };
    }
  }

  /** The dangers, the fleet's first, then by rule in the order of the rules. */
  static List<DangerGroup> dangers(FleetChange change) {
    Map<List<String>, List<StackChange>> same = new LinkedHashMap<>();
    Map<List<String>, Finding> first = new LinkedHashMap<>();
    for (StackChange stack : change.stacks()) {
      for (Finding each : stack.dangers()) {
        List<String> key = List.of(each.rule(), stack.canonical().apply(each.message()));
        List<StackChange> stacks = same.computeIfAbsent(key, any -> new ArrayList<>());
        if (!stacks.contains(stack)) {
          stacks.add(stack);
          first.putIfAbsent(key, each);
        } else {
          // Twice the same in one stack, but for what is made up: both are shown.
          List<String> own = List.of(each.rule(), each.message(), stack.stack());
          same.put(own, List.of(stack));
          first.put(own, each);
        }
      }
    }
    List<DangerGroup> groups = new ArrayList<>();
    change
        .dangers()
        .forEach(
            each ->
                groups.add(new DangerGroup(each.rule(), subject(each), each.hint(), List.of())));
    same.forEach(
        (key, stacks) -> {
          Finding one = first.get(key);
          if (one != null) {
            groups.add(
                new DangerGroup(
                    one.rule(),
                    stacks.size() == 1 ? one.message() : key.get(1),
                    one.hint(),
                    stacks.stream().map(StackChange::stack).toList()));
          }
        });
    return groups;
  }

  private static String subject(Finding finding) {
    return finding.subject().startsWith("urn:") || finding.subject().equals("inventory")
        ? finding.message()
        : finding.subject() + ": " + finding.message();
  }

  /** {@code 2 StatefulReplaced, 1 WaiverAdded}. */
  static String counted(List<Finding> dangers) {
    Map<String, Long> counts = new LinkedHashMap<>();
    dangers.forEach(each -> counts.merge(each.rule(), 1L, Long::sum));
    return counts.entrySet().stream()
        .map(each -> String.format(Locale.ROOT, "%,d %s", each.getValue(), each.getKey()))
        .collect(Collectors.joining(", "));
  }
}
