package io.cellwall.fleet.change;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stacks that change in the same way.
 *
 * @param stacks never empty
 * @param resources what becomes of each one's resources, with {@code <stack>}, {@code <region>} and
 *     so on where the stacks differ; of one stack alone, as it is
 */
public record ChangeGroup(List<StackChange> stacks, List<ResourceChange> resources) {

  public ChangeGroup {
    stacks = List.copyOf(stacks);
    resources = List.copyOf(resources);
  }

  /** The groups, the largest first, then in the order of the stacks; unchanged stacks left out. */
  public static List<ChangeGroup> of(List<StackChange> stacks) {
    Map<Object, List<StackChange>> byChange = new LinkedHashMap<>();
    for (StackChange stack : stacks) {
      if (stack.isChange()) {
        byChange.computeIfAbsent(key(stack), key -> new ArrayList<>()).add(stack);
      }
    }
    return byChange.values().stream()
        .map(ChangeGroup::group)
        .sorted(Comparator.comparingInt(group -> -group.stacks().size()))
        .toList();
  }

  private static ChangeGroup group(List<StackChange> stacks) {
    StackChange first = stacks.get(0);
    return new ChangeGroup(stacks, stacks.size() == 1 ? first.resources() : canonical(first));
  }

  /** The first one's kind, which all have. */
  public StackChange.Kind kind() {
    return stacks.get(0).kind();
  }

  /** All users that the stacks have, each counted once for each stack. */
  public long users() {
    return stacks.stream().mapToLong(StackChange::users).sum();
  }

  // Stacks that come or go alike have as many resources of each type.
  private static Object key(StackChange stack) {
    boolean whole = stack.kind() != StackChange.Kind.CHANGED;
    return List.of(
        stack.kind(),
        stack.stack().startsWith("edge-"),
        whole ? stack.types() : canonical(stack),
        stack.notes());
  }

  private static List<ResourceChange> canonical(StackChange stack) {
    return stack.resources().stream()
        .map(each -> each.with(stack.canonical()))
        .sorted(Comparator.comparing(ResourceChange::urn))
        .toList();
  }
}
