package io.cellwall.fleet.controlplane;

import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.preview.ControlPlane;
import io.cellwall.fleet.preview.StackOptions;
import io.cellwall.regions.model.Inventory;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Which control planes a command is about, and their synthesis. */
final class Synthesizing {

  @Parameters(
      arity = "0..*",
      paramLabel = "STACK",
      description = "Only these; names or globs of stacks. Default: all.")
  private List<String> names = new ArrayList<>();

  @Mixin private StackOptions stacks = new StackOptions();

  /** Tells whether the user named some. */
  boolean some() {
    return !names.isEmpty();
  }

  /**
   * The chosen control planes.
   *
   * @throws UsageException if one of them cannot be synthesized here, or a name is no stack's
   */
  List<ControlPlane.Synthesized> synthesize(Inventory fleet, PrintWriter err) {
    stacks.choose(names);
    List<ControlPlane.Synthesized> made = new ArrayList<>();
    for (ControlPlane each : stacks.planWithControlPlanes(fleet, err, (program, planned) -> {})) {
      if (each instanceof ControlPlane.Synthesized synthesized) {
        made.add(synthesized);
      } else if (each instanceof ControlPlane.WithoutNode missing) {
        throw new UsageException(missing.problem());
      } else if (each instanceof ControlPlane.Undecided undecided) {
        throw new UsageException(
            "the control plane of %s cannot be planned: %s"
                .formatted(undecided.program().name(), undecided.problem()));
      }
    }
    return made;
  }
}
