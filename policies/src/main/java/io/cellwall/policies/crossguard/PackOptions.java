package io.cellwall.policies.crossguard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What the engine passes to the pack's process.
 *
 * @param engineAddress host and port where the engine listens for messages, if it says so
 * @param startedIn the folder that the process was started in, absolute
 * @param inventory the option {@code inventory} of {@code PulumiPolicy.yaml}: the inventory's
 *     folder, relative to that folder or one above it
 */
record PackOptions(Optional<String> engineAddress, Path startedIn, Optional<Path> inventory) {

  private static final String INVENTORY = "inventory=";

  /** Reads the arguments; options that other packs have are none of ours, and left alone. */
  static PackOptions parse(Path startedIn, String... arguments) {
    List<String> all = List.of(arguments);
    return new PackOptions(
        all.stream().filter(argument -> !argument.startsWith("-")).findFirst(),
        startedIn.toAbsolutePath(),
        all.stream()
            .filter(argument -> argument.startsWith("-"))
            .map(argument -> argument.replaceFirst("^-+", ""))
            .filter(option -> option.startsWith(INVENTORY))
            .map(option -> Path.of(option.substring(INVENTORY.length())))
            .findFirst());
  }
}
