package io.cellwall.fleet;

import io.cellwall.fleet.advise.AdviseCommand;
import io.cellwall.fleet.blast.BlastRadiusCommand;
import io.cellwall.fleet.change.danger.Dangers;
import io.cellwall.fleet.check.CheckCommand;
import io.cellwall.fleet.controlplane.AppCommand;
import io.cellwall.fleet.controlplane.ControlPlaneCommand;
import io.cellwall.fleet.controlplane.SynthCommand;
import io.cellwall.fleet.cost.CostCommand;
import io.cellwall.fleet.deploy.DeployCommand;
import io.cellwall.fleet.doctor.DoctorCommand;
import io.cellwall.fleet.engine.PulumiFailedException;
import io.cellwall.fleet.guardrails.GuardrailsCommand;
import io.cellwall.fleet.inventory.InventoryCommand;
import io.cellwall.fleet.inventory.ValidateCommand;
import io.cellwall.fleet.output.Inert;
import io.cellwall.fleet.preview.GraphsCommand;
import io.cellwall.fleet.preview.PreviewCommand;
import io.cellwall.fleet.prove.ProveCommand;
import io.cellwall.fleet.quotas.QuotaExceeded;
import io.cellwall.fleet.quotas.QuotasCommand;
import io.cellwall.fleet.rehearse.RehearseCommand;
import io.cellwall.fleet.report.ReportCommand;
import io.cellwall.policies.pulumi.SdkThreads;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** Entry point of the {@code cellwall} command. */
@Command(
    name = "cellwall",
    description = "A fleet of cells on AWS whose walls are proven.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    sortOptions = false,
    subcommands = {
      InventoryCommand.class,
      PreviewCommand.class,
      GraphsCommand.class,
      QuotasCommand.class,
      CostCommand.class,
      CheckCommand.class,
      GuardrailsCommand.class,
      ProveCommand.class,
      BlastRadiusCommand.class,
      AdviseCommand.class,
      ReportCommand.class,
      ControlPlaneCommand.class,
      RehearseCommand.class,
      DeployCommand.class,
      DoctorCommand.class,
      CommandLine.HelpCommand.class
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:clean",
      "1:findings that block",
      "2:bad input or usage",
      "3:a defect of Cellwall"
    })
public final class Cellwall implements Runnable {

  @Spec private CommandSpec spec = CommandSpec.create();

  public static void main(String[] arguments) {
    SdkThreads.prepare();
    System.exit(commandLine().execute(arguments));
  }

  /** The command with its exit codes, writing UTF-8 whatever the platform's default is. */
  public static CommandLine commandLine() {
    return commandLine(Clock.systemUTC());
  }

  /**
   * The command on a day of the caller's choice.
   *
   * @param clock says what day it is, for the waivers
   */
  public static CommandLine commandLine(Clock clock) {
    CommandLine line = new CommandLine(new Cellwall(), new Commands(clock));
    line.setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8));
    line.setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    WholeNumbers.register(line);
    line.setParameterExceptionHandler((failure, arguments) -> refused(failure));
    line.setExecutionExceptionHandler(Cellwall::failed);
    return line;
  }

  /** Makes the commands; those that apply waivers get the clock. */
  private record Commands(Clock clock) implements CommandLine.IFactory {
    @Override
    public <T> T create(Class<T> type) throws Exception {
      if (type.equals(PreviewCommand.class)) {
        return type.cast(new PreviewCommand(clock, Dangers.with(List.of(new QuotaExceeded()))));
      }
      if (type.equals(ProveCommand.class)) {
        return type.cast(new ProveCommand(clock));
      }
      if (type.equals(ReportCommand.class)) {
        return type.cast(new ReportCommand(clock, Dangers.with(List.of(new QuotaExceeded()))));
      }
      if (type.equals(ValidateCommand.class)) {
        return type.cast(new ValidateCommand(clock));
      }
      if (type.equals(SynthCommand.class)) {
        return type.cast(new SynthCommand(clock));
      }
      if (type.equals(AppCommand.class)) {
        return type.cast(new AppCommand(clock));
      }
      if (type.equals(CheckCommand.class)) {
        return type.cast(new CheckCommand(clock));
      }
      return CommandLine.defaultFactory().create(type);
    }
  }

  // As picocli does it, but for the text: it quotes what was typed, whoever made that up.
  private static int refused(ParameterException failure) {
    CommandLine line = failure.getCommandLine();
    PrintWriter err = line.getErr();
    err.println(line.getColorScheme().errorText(inert(failure)));
    if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
      line.usage(err, line.getColorScheme());
    }
    return ExitCode.USAGE;
  }

  private static String inert(Exception failure) {
    return String.valueOf(failure.getMessage())
        .lines()
        .map(Inert::text)
        .collect(Collectors.joining(System.lineSeparator()));
  }

  private static int failed(Exception failure, CommandLine line, CommandLine.ParseResult parsed) {
    PrintWriter err = line.getErr();
    if (failure instanceof UsageException) {
      err.println("cellwall: " + inert(failure));
      return ExitCode.USAGE;
    }
    // Pulumi says itself what it lacks: who is logged in where, a passphrase, a plugin.
    if (failure instanceof PulumiFailedException) {
      err.println("cellwall: " + failure.getMessage());
      return ExitCode.USAGE;
    }
    err.println("cellwall: this is a defect of Cellwall, not of your input; please report it:");
    failure.printStackTrace(err);
    return ExitCode.DEFECT;
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "say what to do: a command is missing");
  }
}
