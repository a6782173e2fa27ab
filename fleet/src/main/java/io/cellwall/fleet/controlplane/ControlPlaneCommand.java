package io.cellwall.fleet.controlplane;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about what exists before Pulumi does. */
@Command(
    name = "control-plane",
    description = "Synthesize what must exist before a stack's first pulumi up, and show changes.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {SynthCommand.class, DiffCommand.class, AppCommand.class, HelpCommand.class})
public final class ControlPlaneCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with the control planes");
  }
}
