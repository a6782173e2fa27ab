package io.cellwall.regions.model;

import java.util.Optional;

/**
 * How stacks are deployed by their pipelines.
 *
 * @param approval whose plans a person approves before they are carried out
 * @param monthlyBudget US dollars a month in a stack's account and region, above which the stack's
 *     topic is told
 * @param releaseKey the key that releases are signed for; while there is none, a pipeline refuses
 *     every release
 * @param identity whom the roles trust beside the pipeline; empty: nobody
 */
public record DeployRules(
    Approval approval,
    long monthlyBudget,
    Optional<ReleaseKey> releaseKey,
    Optional<DeployIdentity> identity) {

  /** What holds while a fleet says nothing: a person looks at each plan, and nothing deploys. */
  public static final DeployRules UNSAID =
      new DeployRules(Approval.ALL, 1_000, Optional.empty(), Optional.empty());

  /** Whose plans a person approves before they are carried out. */
  public enum Approval {
    /** Nobody's: what the gate lets pass is carried out. */
    NONE,
    /** Those of the edges, behind which more than one cell stands. */
    EDGES,
    /** Those of every stack. */
    ALL;

    /** Tells whether a person approves the plans of this stack. */
    public boolean asksFor(StackName stack) {
      return switch (this) {
        case NONE -> false;
        case EDGES -> !(stack instanceof StackName.OfCell);
        case ALL -> true;
      };
    }
  }
}
