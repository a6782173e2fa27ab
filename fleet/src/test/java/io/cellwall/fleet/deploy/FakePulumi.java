package io.cellwall.fleet.deploy;

import io.cellwall.fleet.engine.EngineStack;
import io.cellwall.fleet.engine.PulumiCli;
import io.cellwall.fleet.engine.PulumiProject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;

/** A command line that says what a test wants said, and remembers how it was called. */
public final class FakePulumi {

  static final String JUDGED =
      """
      {"summaryEvent":{"resourceChanges":{"create":1},"PolicyPacks":{"cellwall|local|pack":"0.1.0"}}}
      """;

  static final String CREATE =
      """
      {"resourcePreEvent":{"metadata":{"op":"create","urn":"urn:pulumi:global-edge::cellwall::aws:kms/key:Key::key"}}}
      """;

  private final Path folder;

  public FakePulumi(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    say("version", "v3.255.0");
    say("whoami", "{\"user\":\"me\",\"url\":\"file://" + folder.resolve("backend") + "\"}");
    say("export", "{\"version\":3,\"deployment\":{\"resources\":[]}}");
    Files.writeString(folder.resolve("Pulumi.yaml"), "name: cellwall\n");
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(folder.resolve("program.jar")))) {
      jar.putNextEntry(new ZipEntry("a"));
    }
    Path script = folder.resolve("pulumi");
    Files.writeString(
        script,
        """
        #!/bin/sh
        cd '%s'
        echo "$@" >> calls
        case "$1 $2" in 'stack export') set export;; esac
        if [ "$1" = up ] && [ -f after ]; then . ./after; fi
        if [ "$1 $2" = 'preview --save-plan' ]; then echo plan > "$3"; fi
        cat "$1"
        cat "$1.err" >&2 2>/dev/null
        exit $(cat "$1.exit" 2>/dev/null || echo 0)
        """
            .formatted(folder));
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What a command prints. */
  public FakePulumi say(String command, String text) {
    return write(command, text);
  }

  /** What a command fails with. */
  FakePulumi fail(String command, int exit, String complaint) {
    return write(command + ".exit", exit + "\n").write(command + ".err", complaint + "\n");
  }

  /** What a command fails with once an update was run. */
  void failAfterUp(String command, String complaint) {
    FakePulumi unused =
        write(
            "after", "echo 1 > %s.exit; echo '%s' > %s.err".formatted(command, complaint, command));
  }

  private FakePulumi write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How it was called with this command. */
  List<String> calls(String command) throws IOException {
    Path calls = folder.resolve("calls");
    return Files.exists(calls)
        ? Files.readAllLines(calls).stream().filter(each -> each.startsWith(command)).toList()
        : List.of();
  }

  /** The stack that it is for. */
  public EngineStack stack() {
    return new EngineStack(
        new PulumiCli(folder.resolve("pulumi"), folder, Map.of()),
        new PulumiProject(folder, "cellwall", folder.resolve("program.jar")),
        "global-edge");
  }
}
