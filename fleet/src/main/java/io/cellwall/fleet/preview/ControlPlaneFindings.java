package io.cellwall.fleet.preview;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.List;
import java.util.Optional;

/** What stands against control planes that could not be made. */
final class ControlPlaneFindings {

  private ControlPlaneFindings() {}

  /**
   * Without Node.js nothing can be synthesized, hence nothing deployed, and what is synthesized
   * elsewhere is judged there: so a warning, unless control planes were asked for.
   */
  static Finding withoutNode(String problem, ControlPlaneMode mode) {
    return new Finding(
        "ControlPlaneNotSynthesized",
        mode == ControlPlaneMode.ALWAYS ? Severity.UNDECIDED : Severity.WARNING,
        "control-plane",
        "the control planes were not judged: "
            + problem
            + ". Without it none can be synthesized, hence none deployed; where one is, the same rules"
            + " judge it in the synth",
        "install Node.js, or leave the control planes out: --control-plane never",
        List.of(),
        Optional.empty());
  }

  /** A control plane of which it is not known what it must be. */
  static Finding undecided(ControlPlane.Undecided undecided) {
    return new Finding(
        "ControlPlaneUndecided",
        Severity.UNDECIDED,
        undecided.name(),
        "the control plane cannot be planned: " + undecided.problem(),
        "say in module control-plane what the deploy role needs for the type",
        List.of(),
        Optional.empty());
  }
}
