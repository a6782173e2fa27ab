package io.cellwall.fleet.rehearse;

import io.cellwall.fleet.engine.Outcome;
import java.util.List;
import java.util.SortedMap;

/**
 * How the rehearsal of one stack went.
 *
 * @param stack the stack's name
 * @param acts what was done, in order; the last one is the one that failed, if any did
 * @param created how many resources of each type AWS had when all was built
 */
record StackRehearsal(String stack, List<Act> acts, SortedMap<String, Integer> created) {

  /**
   * One thing that was done.
   *
   * @param name what
   * @param outcome what the engine did
   * @param remark what is worth knowing of it; empty if nothing
   * @param problem why it is not as it must be; empty if it is
   */
  record Act(String name, Outcome outcome, String remark, String problem) {

    boolean failed() {
      return !problem.isEmpty();
    }
  }

  StackRehearsal {
    acts = List.copyOf(acts);
  }

  boolean failed() {
    return acts.stream().anyMatch(Act::failed);
  }

  int resources() {
    return created.values().stream().mapToInt(Integer::intValue).sum();
  }
}
