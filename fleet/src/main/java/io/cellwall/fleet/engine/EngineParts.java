package io.cellwall.fleet.engine;

import io.cellwall.fleet.UsageException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where programs of the Pulumi engine are: those on the user's path first, then those that {@code
 * .ci/engine/build} made.
 */
public final class EngineParts {

  /** The command line of Pulumi. */
  public static final String CLI = "pulumi";

  /** What runs Java programs for it. */
  public static final String LANGUAGE_HOST = "pulumi-language-java";

  private final Map<String, String> environment;

  /**
   * The parts that a process with this environment finds.
   *
   * @param environment {@code PATH}, {@code HOME} and {@code CELLWALL_TOOLS} count
   */
  public EngineParts(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /** The program of that name. */
  public Optional<Path> find(String program) {
    return onPath(program).or(() -> built(program));
  }

  /**
   * The program of that name.
   *
   * @throws UsageException if it is missing
   */
  public Path require(String program) {
    return find(program)
        .orElseThrow(
            () ->
                new UsageException(
                    "%s is not on PATH: install Pulumi, or build it with .ci/engine/build; cellwall doctor"
                            .formatted(program)
                        + " says more"));
  }

  /**
   * Pulumi in the folder of a project, with the backend, home and credentials of this process.
   *
   * @throws UsageException if a part of it is missing
   */
  public PulumiCli pulumi(Path project) {
    Path cli = require(CLI);
    Path host = require(LANGUAGE_HOST);
    return new PulumiCli(
        cli,
        project,
        Map.of(
            "PULUMI_SKIP_UPDATE_CHECK",
            "true",
            "PATH",
            host.getParent() + File.pathSeparator + environment.getOrDefault("PATH", "")));
  }

  private Optional<Path> onPath(String program) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, program))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private Optional<Path> built(String program) {
    Path tools =
        Optional.ofNullable(environment.get("CELLWALL_TOOLS"))
            .map(Path::of)
            .orElseGet(() -> Path.of(environment.getOrDefault("HOME", "."), ".cache", "cellwall"));
    if (!Files.isDirectory(tools)) {
      return Optional.empty();
    }
    try (Stream<Path> folders = Files.list(tools)) {
      return folders
          .filter(folder -> String.valueOf(folder.getFileName()).startsWith("pulumi-"))
          .sorted(Comparator.reverseOrder())
          .map(folder -> folder.resolve(program))
          .filter(Files::isExecutable)
          .findFirst();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into " + tools, e);
    }
  }
}
