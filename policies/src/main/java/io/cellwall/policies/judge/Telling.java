package io.cellwall.policies.judge;

import io.cellwall.policies.ownership.OwnNames;

/**
 * What is told of a node when it arrives, and what only at the end of the stack.
 *
 * <p>Whatever is not told yet waits for the end, if the end still comes before harm is done.
 */
public sealed interface Telling {

  /**
   * Tells whether a value that is not known waits for the end, where what it derives from is told.
   */
  boolean unknownsWait();

  /**
   * Tells whether a resource of the stack may turn out to have this name, although none that has
   * arrived is known to have it.
   *
   * @param name an id, an ARN or a host that a resource of the stack can have
   */
  boolean mayTurnUp(String name);

  /**
   * Everything is told: ids and outputs as far as they are known, and what each value derives from.
   * So does our own capture, an exported state, a template.
   *
   * <p>What AWS makes up is known only after the resource that has it; only a name that the program
   * chooses may be used before its resource is declared.
   */
  record Everything() implements Telling {
    @Override
    public boolean unknownsWait() {
      return false;
    }

    @Override
    public boolean mayTurnUp(String name) {
      return OwnNames.isChosen(name);
    }
  }

  /**
   * Inputs only, in the engine's preview. Ids, outputs and dependencies are told when all have
   * arrived, still before anything is made: so whatever hangs on them waits for that.
   */
  record InputsInPreview() implements Telling {
    @Override
    public boolean unknownsWait() {
      return true;
    }

    @Override
    public boolean mayTurnUp(String name) {
      return true;
    }
  }

  /**
   * Inputs only, in the engine's deployment, where each resource is made right after. No value may
   * be unknown any more: one that is blocks at once. A value that says whose it is (an ARN of an
   * account, a region, a cell's name, addresses) is judged at once too. An id that does not say so
   * may be that of a resource made a moment ago, and waits: that it was wired, and was no literal,
   * is what the preview has proven.
   */
  record InputsInDeployment() implements Telling {
    @Override
    public boolean unknownsWait() {
      return false;
    }

    @Override
    public boolean mayTurnUp(String name) {
      return true;
    }
  }
}
