package io.cellwall.fleet.doctor;

import io.cellwall.fleet.engine.EngineParts;
import io.cellwall.fleet.engine.PulumiCli;
import io.cellwall.fleet.engine.PulumiFailedException;
import io.cellwall.rehearsal.sdk.SdkTypes;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for what running the engine needs. */
final class Doctor {

  /** From this version on, a policy pack can be a program of its own beside PulumiPolicy.yaml. */
  private static final Version LEAST_PULUMI = new Version(3, 200, 0);

  /** The version that every test ran with. */
  private static final Version TESTED_PULUMI = new Version(3, 255, 0);

  private static final int LEAST_JAVA = 17;

  private static final String BUILD =
      "https://www.pulumi.com/docs/iac/download-install/, or .ci/engine/build, which needs Go 1.26";

  private final Map<String, String> environment;
  private final EngineParts parts;

  Doctor(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
    this.parts = new EngineParts(environment);
  }

  List<Probe> examine() {
    return List.of(java(), javaOnPath(), pulumi(), languageHost(), provider());
  }

  private static Probe java() {
    int version = Runtime.version().feature();
    return new Probe(
        "java",
        version >= LEAST_JAVA ? Probe.State.OK : Probe.State.UNSUPPORTED,
        Optional.of(version + ", " + System.getProperty("java.home")),
        "a JDK, " + LEAST_JAVA + " or later",
        "https://adoptium.net");
  }

  private Probe javaOnPath() {
    return probe(
        "java on PATH",
        parts.find("java").map(Path::toString),
        "the language host starts programs with it",
        "put the JDK's bin folder on PATH",
        Probe.State.MISSING);
  }

  private Probe pulumi() {
    String wanted =
        "%d.%d or later; tested with %s"
            .formatted(LEAST_PULUMI.major(), LEAST_PULUMI.minor(), TESTED_PULUMI);
    Optional<Path> cli = parts.find(EngineParts.CLI);
    if (cli.isEmpty()) {
      return new Probe(EngineParts.CLI, Probe.State.MISSING, Optional.empty(), wanted, BUILD);
    }
    String told = version(cli.get());
    boolean will = Version.in(told).filter(each -> each.compareTo(LEAST_PULUMI) >= 0).isPresent();
    return new Probe(
        EngineParts.CLI,
        will ? Probe.State.OK : Probe.State.UNSUPPORTED,
        Optional.of(told + ", " + cli.get()),
        wanted,
        BUILD);
  }

  private static String version(Path cli) {
    try {
      return new PulumiCli(
              cli, Path.of("").toAbsolutePath(), Map.of("PULUMI_SKIP_UPDATE_CHECK", "true"))
          .text(List.of("version"))
          .strip();
    } catch (PulumiFailedException | UncheckedIOException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private Probe languageHost() {
    return probe(
        EngineParts.LANGUAGE_HOST,
        parts.find(EngineParts.LANGUAGE_HOST).map(Path::toString),
        "what runs Java programs; Pulumi's installer brings it along",
        BUILD,
        Probe.State.MISSING);
  }

  // A rehearsal brings its own; only a deployment needs the real one, and Pulumi fetches it.
  private Probe provider() {
    String version = SdkTypes.version();
    Path home =
        Optional.ofNullable(environment.get("PULUMI_HOME"))
            .map(Path::of)
            .orElseGet(() -> Path.of(environment.getOrDefault("HOME", "."), ".pulumi"));
    Path plugin = home.resolve("plugins").resolve("resource-aws-v" + version);
    return probe(
        "provider aws",
        Optional.of(plugin).filter(Files::isDirectory).map(Path::toString),
        version + ", for real deployments; cellwall rehearse brings a simulated one",
        "pulumi plugin install resource aws v" + version,
        Probe.State.OPTIONAL);
  }

  private static Probe probe(
      String part, Optional<String> found, String wanted, String remedy, Probe.State otherwise) {
    return new Probe(part, found.isPresent() ? Probe.State.OK : otherwise, found, wanted, remedy);
  }
}
