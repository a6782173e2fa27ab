package io.cellwall.fleet;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import picocli.CommandLine;

/** One run of the command in this process, with what it printed. */
public record CommandRun(int exitCode, String out, String err) {

  /** The example inventory. */
  public static final String INVENTORY =
      Path.of(System.getProperty("cellwall.root"), "regions", "inventory").toString();

  /** The day of every run, for the waivers. */
  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  /** Runs {@code cellwall} with these arguments. */
  public static CommandRun of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = Cellwall.commandLine(TODAY);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    int exitCode = line.execute(arguments);
    return new CommandRun(exitCode, out.toString(), err.toString());
  }
}
