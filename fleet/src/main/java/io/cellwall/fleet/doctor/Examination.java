package io.cellwall.fleet.doctor;

import java.util.List;

/**
 * What was found out about a stack.
 *
 * @param stack its name
 * @param backend where its state is
 * @param resources how many resources its state has
 * @param ailments what is wrong
 * @param mending the commands that mend it, in this order, once what each ailment asks is decided
 * @param unseen what could not be looked at from here, with the command that does
 */
public record Examination(
    String stack,
    String backend,
    int resources,
    List<Ailment> ailments,
    List<String> mending,
    List<String> unseen) {

  public Examination {
    ailments = List.copyOf(ailments);
    mending = List.copyOf(mending);
    unseen = List.copyOf(unseen);
  }

  /** Whether nothing is known to be wrong. */
  public boolean healthy() {
    return ailments.isEmpty();
  }

  /** Whether something of that kind is wrong. */
  public boolean has(Ailment.Kind kind) {
    return ailments.stream().anyMatch(each -> each.kind() == kind);
  }
}
