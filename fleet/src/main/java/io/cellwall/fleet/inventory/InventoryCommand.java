package io.cellwall.fleet.inventory;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything about the inventory. */
@Command(
    name = "inventory",
    description = "Validate, read and extend the inventory.",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    subcommands = {
      ValidateCommand.class,
      ListCommand.class,
      ShowCommand.class,
      AddressesCommand.class,
      AddCommand.class,
      AdmitCommand.class,
      SchemaCommand.class,
      HelpCommand.class
    })
public final class InventoryCommand implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do with the inventory");
  }
}
