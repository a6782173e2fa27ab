package io.cellwall.tests.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.Cellwall;
import io.cellwall.fleet.engine.EngineParts;
import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.fleet.engine.Outcome;
import io.cellwall.fleet.engine.PulumiCli;
import io.cellwall.fleet.engine.PulumiProject;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real Pulumi engine in a folder that {@code cellwall rehearse --prepare} made, with the
 * simulated AWS and programs that run in the test's own process.
 */
public final class HostedEngine {

  /** The policy pack, as the README names it. */
  public static final Path PACK =
      Path.of(
          System.getProperty("cellwall.root"), "policy-pack", "pulumi-analyzer-policy-cellwall");

  private static final Pattern EXPORT = Pattern.compile("export ([A-Z_]+)='(.*)'");

  private final Path folder;
  private final Map<String, String> environment;
  private final PulumiCli pulumi;

  /** An engine in a new folder. */
  public HostedEngine(Path folder) {
    this.folder = folder;
    this.environment = prepare(folder);
    this.pulumi =
        new PulumiCli(
            new EngineParts(System.getenv()).find(EngineParts.CLI).orElseThrow(),
            folder.resolve("project"),
            environment);
  }

  private HostedEngine(HostedEngine other, Duration patience) {
    this.folder = other.folder;
    this.environment = other.environment;
    this.pulumi = other.pulumi.beginningWithin(patience);
  }

  /** The same, with a limit to how long the engine may take to begin. */
  public HostedEngine beginningWithin(Duration patience) {
    return new HostedEngine(this, patience);
  }

  private static Map<String, String> prepare(Path folder) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command = Cellwall.commandLine();
    command.setOut(new PrintWriter(out));
    command.setErr(new PrintWriter(err));
    int code =
        command.execute(
            "rehearse",
            "--prepare",
            "--inventory",
            Path.of(System.getProperty("cellwall.root"), "regions", "inventory").toString(),
            "--folder",
            folder.toString());
    assertThat(code).as("%s%s", out, err).isZero();
    Map<String, String> environment = new TreeMap<>();
    out.toString()
        .lines()
        .map(EXPORT::matcher)
        .filter(Matcher::matches)
        .forEach(line -> environment.put(line.group(1), line.group(2)));
    return environment;
  }

  /** The folder of {@code Pulumi.yaml}. */
  public Path project() {
    return folder.resolve("project");
  }

  /** What exists, as a folder. */
  public Path cloud() {
    return folder.resolve("cloud");
  }

  /** A stack as the engine has it. */
  public EngineStack stack(String name) {
    return new EngineStack(pulumi, PulumiProject.in(project()), name);
  }

  /**
   * Runs a command as a person would who was told to: in a shell, in the project's folder.
   *
   * @return what it printed
   */
  public String shell(String command) {
    try {
      Path said = Files.createTempFile(folder, "shell", ".txt");
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", command)
              .directory(project().toFile())
              .redirectErrorStream(true)
              .redirectOutput(said.toFile());
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      int code = process.waitFor();
      String text = Files.readString(said);
      assertThat(code).as("%s%n%s", command, text).isZero();
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Makes a stack. */
  public void init(String stack) {
    text("stack", "init", stack, "--non-interactive");
  }

  /** Runs a command for its text. */
  public String text(String... command) {
    return pulumi.text(List.of(command));
  }

  /** Runs a command that changes or shows a stack, with a program. */
  public Outcome run(String stack, HostedProgram program, String... command) {
    try (LanguageHost host = new LanguageHost(program)) {
      List<String> all = new ArrayList<>(List.of(command));
      all.addAll(List.of("--stack", stack, "--client", host.address()));
      return pulumi.run(all, step -> {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What AWS was asked in every account, in each account's order. */
  public List<JsonNode> ledger() {
    Path accounts = cloud().resolve("accounts");
    if (!Files.isDirectory(accounts)) {
      return List.of();
    }
    List<JsonNode> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(accounts)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".jsonl")).sorted().toList()) {
        Files.readAllLines(file).forEach(line -> lines.add(JsonMapper.shared().readTree(line)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  /** What was created, as type and name. */
  public List<String> created() {
    return ledger().stream()
        .filter(line -> line.path("call").asString().equals("create"))
        .map(line -> line.path("type").asString() + " " + line.path("name").asString())
        .toList();
  }
}
