package io.cellwall.fleet.program;

import com.pulumi.Context;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import java.util.Optional;

/**
 * What one stack of the fleet builds.
 *
 * <p>The plan is everything that goes into the stack's resources: two programs with equal plans,
 * run by the same code, declare the same resources.
 */
public sealed interface StackProgram
    permits CellStack, GlobalEdgeStack, RegionEdgeStack, ZoneEdgeStack {

  /** The stack's name. */
  StackName name();

  /** The residency zone that the stack belongs to; {@code global} for the one above them. */
  String zone();

  /** The region that the stack lives in. */
  Region region();

  /**
   * All that the plan is made from: records all the way down. Empty where they are not much less
   * than the plan itself.
   */
  default Optional<Object> inputs() {
    return Optional.empty();
  }

  /** The finished plan: records all the way down. Made when it is first asked for, then kept. */
  Object plan();

  /** Declares the stack's resources. */
  void declare(Context context);
}
