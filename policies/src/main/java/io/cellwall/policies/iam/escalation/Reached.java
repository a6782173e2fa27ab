package io.cellwall.policies.iam.escalation;

import io.cellwall.policies.iam.access.Principal;
import java.util.ArrayList;
import java.util.List;

/**
 * A principal that those asked about can become.
 *
 * @param principal with what it can do by then
 * @param path how; empty: it is one of them
 */
public record Reached(Principal principal, List<Step> path) {

  public Reached {
    path = List.copyOf(path);
  }

  /** Tells whether each step is certain. */
  public boolean isCertain() {
    return path.stream().allMatch(Step::certain);
  }

  Reached by(Step step, Principal next) {
    List<Step> longer = new ArrayList<>(path);
    longer.add(step);
    return new Reached(next, longer);
  }
}
