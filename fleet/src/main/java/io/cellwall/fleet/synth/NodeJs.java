package io.cellwall.fleet.synth;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Node.js that the AWS CDK runs in: from {@code JSII_NODE}, else from the path. */
public final class NodeJs {

  /** The oldest that the pinned CDK runs on. */
  static final int OLDEST = 20;

  private static final Pattern VERSION = Pattern.compile("v([0-9]{1,4})\\..*");
  private static final int PATIENCE_SECONDS = 20;

  private NodeJs() {}

  /** What stands against using it, and what to do; empty if it can be used. */
  public static Optional<String> problem() {
    return problem(Optional.ofNullable(System.getenv("JSII_NODE")).orElse("node"));
  }

  static Optional<String> problem(String command) {
    Optional<String> version = version(command);
    if (version.isEmpty()) {
      return Optional.of(
          "there is no Node.js, which the AWS CDK runs in; install Node.js %d or later and put it on PATH"
              .formatted(OLDEST));
    }
    Matcher matcher = VERSION.matcher(version.get());
    if (matcher.matches() && Integer.parseInt(matcher.group(1)) >= OLDEST) {
      return Optional.empty();
    }
    return Optional.of(
        "Node.js is %s, and the AWS CDK needs %d or later; install it and put it on PATH"
            .formatted(version.get(), OLDEST));
  }

  private static Optional<String> version(String command) {
    Process process;
    try {
      process =
          new ProcessBuilder(command, "--version")
              .redirectInput(ProcessBuilder.Redirect.from(nothing()))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    } catch (IOException absent) {
      return Optional.empty();
    }
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
      String line =
          new String(process.getInputStream().readNBytes(64), StandardCharsets.UTF_8).strip();
      return process.exitValue() == 0 && !line.isEmpty() ? Optional.of(line) : Optional.empty();
    } catch (IOException unreadable) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroy();
    }
  }

  private static File nothing() {
    return new File(System.getProperty("os.name", "").startsWith("Windows") ? "NUL" : "/dev/null");
  }
}
