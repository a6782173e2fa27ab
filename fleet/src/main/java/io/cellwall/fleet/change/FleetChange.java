package io.cellwall.fleet.change;

import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.stream.Stream;

/**
 * What becomes of a fleet.
 *
 * @param base what it is compared with, for people to read: {@code main (4f2a9c1d03)}
 * @param stacks every stack of either side, those that go last
 * @param dangers what stands out of no single stack: waivers, quotas, zones; warnings
 * @param reach whom it can reach
 * @param notes what could not be compared, and why; where this says that nothing could be, there
 *     are no stacks
 */
public record FleetChange(
    String base, List<StackChange> stacks, List<Finding> dangers, Reach reach, List<String> notes) {

  public FleetChange {
    stacks = List.copyOf(stacks);
    dangers = List.copyOf(dangers);
    notes = List.copyOf(notes);
  }

  /** Whether it is known what changes. */
  public boolean isKnown() {
    return notes.isEmpty() || !stacks.isEmpty();
  }

  /** The stacks of which anything becomes. */
  public List<StackChange> changed() {
    return stacks.stream().filter(StackChange::isChange).toList();
  }

  /** Everything that stands out. */
  public List<Finding> allDangers() {
    return Stream.concat(
            dangers.stream(), stacks.stream().flatMap(stack -> stack.dangers().stream()))
        .toList();
  }
}
