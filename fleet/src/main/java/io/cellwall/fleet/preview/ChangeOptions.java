package io.cellwall.fleet.preview;

import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.fleet.output.Progress;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say what a fleet is compared with. */
public final class ChangeOptions {

  @Option(
      names = "--base",
      paramLabel = "REF",
      description = "Show what changes since this commit, tag or branch, for example origin/main.")
  private @Nullable String base;

  @Option(
      names = "--against-state",
      paramLabel = "DIR",
      description =
          "Show what would change of what is deployed: files of pulumi stack export, one for each"
              + " stack.")
  private @Nullable Path states;

  /** Whether the user asked for a comparison. */
  public boolean isAsked() {
    return base != null || states != null;
  }

  /**
   * Begins the comparison; where another program plans the base, it does so from now on.
   *
   * @param inventory as it becomes; it was read and is valid
   * @param stacks the stacks that are compared
   * @throws UsageException if there is nothing to compare with
   */
  public ChangeRun begin(InventoryOption inventory, StackOptions stacks, Progress progress) {
    if (base != null && states != null) {
      throw new UsageException("--base and --against-state exclude each other: give one of them");
    }
    return new ChangeRun(
        stacks,
        states != null
            ? StateBaseline.of(states, stacks)
            : CommitBaseline.of(
                Optional.ofNullable(base).orElseThrow(), inventory, stacks, progress));
  }
}
