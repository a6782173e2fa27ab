package io.cellwall.policies.crossguard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What the engine passes to the pack's process.
 *
 * @param engineAddress host and port where the engine listens for messages, if it says so
 * @param startedIn the folder that the process was started in, absolute
 * @param inventory the option {@code inventory} of {@code PulumiPolicy.yaml}: the inventory's
 *     folder, relative to that folder or one above it
 * @param deadline the option {@code deadline}, in seconds: after which a call counts as failed
 */
record PackOptions(
    Optional<String> engineAddress, Path startedIn, Optional<Path> inventory, Duration deadline) {

  private static final Duration USUAL_DEADLINE = Duration.ofMinutes(2);

  private static final String INVENTORY = "inventory=";
  private static final String DEADLINE = "deadline=";

  /** Reads the arguments; options that other packs have are none of ours, and left alone. */
  static PackOptions parse(Path startedIn, String... arguments) {
    List<String> all = List.of(arguments);
    return new PackOptions(
        all.stream().filter(argument -> !argument.startsWith("-")).findFirst(),
        startedIn.toAbsolutePath(),
        option(all, INVENTORY).map(Path::of),
        option(all, DEADLINE).map(PackOptions::seconds).orElse(USUAL_DEADLINE));
  }

  private static Optional<String> option(List<String> arguments, String name) {
    return arguments.stream()
        .filter(argument -> argument.startsWith("-"))
        .map(argument -> argument.replaceFirst("^-+", ""))
        .filter(option -> option.startsWith(name))
        .map(option -> option.substring(name.length()))
        .findFirst();
  }

  private static Duration seconds(String text) {
    if (!text.matches("[1-9][0-9]{0,3}")) {
      throw new IllegalArgumentException(
          "deadline is \"%s\"; it must be seconds, from 1 to 9999".formatted(text));
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
