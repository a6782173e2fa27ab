package io.cellwall.fleet.rehearse;

import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.engine.EngineParts;
import io.cellwall.fleet.engine.PulumiCli;
import io.cellwall.policies.crossguard.PolicyPack;
import io.cellwall.rehearsal.provider.RehearsalAws;
import io.cellwall.rehearsal.sdk.SdkTypes;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder with all that a rehearsal needs and leaves, apart from whatever the user's own Pulumi
 * has: a home with the simulated provider and the policy pack, a backend, what exists in the cloud,
 * and a project.
 *
 * <p>The provider calls itself {@code aws}, so it is never put where real deployments look for
 * theirs.
 */
final class RehearsalFolder {

  /** The file by which a folder shows that a rehearsal made it. */
  static final String MARK = "rehearsal.txt";

  private static final String README =
      """
      Made by `cellwall rehearse`, which empties it again. Nothing in here is, or touches, a real account:
      home/plugins holds a simulated AWS under the name of the real provider.
      """;

  private final Path root;
  private final Path program;
  private Path source = Path.of("");

  /**
   * A folder.
   *
   * @param root where; it is made when it is first needed
   * @param program the jar that the engine runs, with its libraries beside it
   */
  RehearsalFolder(Path root, Path program) {
    this.root = root.toAbsolutePath().normalize();
    this.program = program.toAbsolutePath().normalize();
  }

  /** What exists, as a folder. */
  Path cloud() {
    return root.resolve("cloud");
  }

  /** The folder of {@code Pulumi.yaml}. */
  Path project() {
    return root.resolve("project");
  }

  /** Cellwall's policy pack, as a folder that the engine takes. */
  Path pack() {
    return root.resolve("pack");
  }

  /** The inventory that the rehearsal is free to change. */
  Path inventory() {
    return root.resolve("inventory");
  }

  /**
   * Makes the folder anew.
   *
   * @throws UsageException if it holds something that no rehearsal made
   */
  void renew() {
    try {
      if (Files.exists(root)) {
        requireOurs();
        delete(root);
      }
      install();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + root, e);
    }
  }

  private void requireOurs() throws IOException {
    try (Stream<Path> inside = Files.list(root)) {
      if (inside.findAny().isPresent() && !Files.exists(root.resolve(MARK))) {
        throw new UsageException(
            "%s is not empty, and no rehearsal made it: name another folder with --folder"
                .formatted(root));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private void install() throws IOException {
    Files.createDirectories(root);
    Files.writeString(root.resolve(MARK), README);
    Files.createDirectories(root.resolve("backend"));
    Files.createDirectories(cloud());
    Files.createDirectories(project());
    String version = SdkTypes.version();
    install(
        "resource-aws-v" + version,
        "pulumi-resource-aws",
        "%s '%s' %s".formatted(RehearsalAws.class.getName(), cloud(), version));
    install(
        "analyzer-policy-cellwall-v0.1.0",
        "pulumi-analyzer-policy-cellwall",
        PolicyPack.class.getName() + " \"$@\"");
    Files.createDirectories(pack());
    Files.writeString(
        pack().resolve("PulumiPolicy.yaml"), "runtime:%n  name: cellwall%n".formatted());
    Files.writeString(
        project().resolve("Pulumi.yaml"),
        """
        name: cellwall
        runtime:
          name: java
          options:
            binary: %s
        config:
          pulumi:disable-default-providers:
            value: ["*"]
        """
            .formatted(program));
  }

  // A plugin of the engine: a main class of the program, started by a launcher.
  private void install(String plugin, String name, String main) throws IOException {
    Path launcher = root.resolve("home").resolve("plugins").resolve(plugin).resolve(name);
    Files.createDirectories(launcher.getParent());
    Files.writeString(
        launcher,
        """
        #!/bin/sh
        exec '%s' -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -cp '%s' %s
        """
            .formatted(java(), program, main));
    Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Copies an inventory to where the rehearsal may change it. */
  void copyInventory(Path from) {
    source = from;
    try (Stream<Path> all = Files.walk(from)) {
      for (Path each : all.toList()) {
        Path to = inventory().resolve(from.relativize(each).toString());
        if (Files.isDirectory(each)) {
          Files.createDirectories(to);
        } else {
          Files.copy(each, to);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot copy the inventory " + from, e);
    }
  }

  /** Undoes a change of a file of the copied inventory. */
  void restore(String file) {
    try {
      Files.copy(
          source.resolve(file), inventory().resolve(file), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot restore " + file, e);
    }
  }

  /** Writes the configuration of a stack. */
  void configure(String stack) {
    try {
      Files.writeString(
          project().resolve("Pulumi." + stack + ".yaml"),
          "config:%n  cellwall:inventory: %s%n".formatted(inventory()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the engine needs to know: everything of its own, and no way to the network. */
  Map<String, String> environment(EngineParts parts) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("PULUMI_HOME", root.resolve("home").toString());
    environment.put("PULUMI_BACKEND_URL", root.resolve("backend").toUri().toString());
    environment.put("PULUMI_CONFIG_PASSPHRASE", "rehearsal");
    environment.put("PULUMI_SKIP_UPDATE_CHECK", "true");
    environment.put("PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION", "true");
    environment.put("PULUMI_ENABLE_STREAMING_JSON_PREVIEW", "true");
    environment.put("JDK_JAVA_OPTIONS", javaOptions());
    Optional<Path> host = parts.find(EngineParts.LANGUAGE_HOST).map(Path::getParent);
    host.ifPresent(
        folder ->
            environment.put(
                "PATH",
                folder
                    + File.pathSeparator
                    + Optional.ofNullable(System.getenv("PATH")).orElse("")));
    return environment;
  }

  /**
   * Pulumi, as it runs in this folder.
   *
   * @throws UsageException if a part of the engine is missing
   */
  PulumiCli pulumi(EngineParts parts) {
    Path cli = parts.require(EngineParts.CLI);
    Path unused = parts.require(EngineParts.LANGUAGE_HOST);
    return new PulumiCli(cli, project(), environment(parts));
  }

  // Quick to start, with the archive of classes that the launcher of cellwall makes, if it did.
  // Java says on standard output if the archive is another's, and the engine reads the provider's
  // port there: so Java says nothing.
  private String javaOptions() {
    Path archive = program.resolveSibling("cellwall.jsa");
    String quick = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable";
    return Files.exists(archive) && !archive.toString().contains(" ")
        ? quick + " -XX:SharedArchiveFile=" + archive
        : quick;
  }

  private static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
