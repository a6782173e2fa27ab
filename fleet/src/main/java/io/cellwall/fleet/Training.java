package io.cellwall.fleet;

import io.cellwall.policies.crossguard.PackTraining;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the build runs to make the archive of classes: what previews need, and what the engine's
 * calls do. The command, the program, the policy pack and the simulated AWS all start with it.
 *
 * <p>Arguments: the inventory's folder, and a stack for the pack; then globs of stacks to preview.
 */
final class Training {

  private Training() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    String inventory = arguments[0];
    PackTraining.converse(Path.of(inventory), arguments[1]);
    List<String> preview =
        new ArrayList<>(
            List.of("preview", "--no-cache", "--inventory", inventory, "--format", "json"));
    Arrays.stream(arguments).skip(2).forEach(glob -> preview.addAll(List.of("--stack", glob)));
    Cellwall.main(preview.toArray(String[]::new));
  }
}
