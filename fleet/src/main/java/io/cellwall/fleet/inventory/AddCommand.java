package io.cellwall.fleet.inventory;

import io.cellwall.fleet.ExitCode;
import io.cellwall.fleet.UsageException;
import io.cellwall.fleet.output.FindingText;
import io.cellwall.fleet.output.Format;
import io.cellwall.fleet.output.JsonOutput;
import io.cellwall.regions.growth.CellDraft;
import io.cellwall.regions.growth.CellRequest;
import io.cellwall.regions.growth.NextCell;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Writes the file of the next cell. */
@Command(
    name = "add",
    description =
        "Write the file of the next cell of a region: the next free number and addresses. Refuses"
            + " what validation would.",
    mixinStandardHelpOptions = true,
    sortOptions = false)
final class AddCommand implements Callable<Integer> {

  @Spec private CommandSpec spec = CommandSpec.create();

  @Mixin private InventoryOption inventory = new InventoryOption();

  @Option(names = "--region", required = true, paramLabel = "REGION", description = "Its region.")
  private String region = "";

  @Option(
      names = "--account",
      required = true,
      paramLabel = "ID",
      description = "Its AWS account: twelve digits, of no other cell.")
  private String account = "";

  @Option(names = "--size", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private CellSize size = CellSize.MEDIUM;

  @Option(
      names = "--availability-zones",
      required = true,
      split = ",",
      paramLabel = "ID",
      description = "Two or three availability zone ids, such as euw1-az1,euw1-az2,euw1-az3.")
  private List<String> availabilityZones = List.of();

  @Option(
      names = "--nat",
      paramLabel = "NAT",
      description = "per-zone, single or none; default per-zone.")
  private String nat = "per-zone";

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--standby",
      paramLabel = "CELL",
      description = "The cell of the same zone that takes over; without it the cell fails fast.")
  private @Nullable String standby;

  @Option(
      names = "--survives",
      paramLabel = "LOSS",
      description = "cell or region: what the standby survives; default region.")
  private String survives = "region";

  @Option(
      names = "--backup-copy-to",
      paramLabel = "REGION",
      description = "Another region of the zone, which keeps a copy of the cell's backups.")
  private @Nullable String backupCopyTo;

  @Option(
      names = "--release",
      paramLabel = "RELEASE",
      description = "Pins the cell to a release; without it the cell runs the fleet's.")
  private @Nullable String release;

  @Option(names = "--dry-run", description = "Print the file and write nothing.")
  private boolean dryRun;

  @Option(names = "--format", description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Format format = Format.TEXT;

  @Override
  public Integer call() {
    NextCell.Draft draft = NextCell.draft(InventoryOption.existing(inventory.folder()), request());
    PrintWriter out = spec.commandLine().getOut();
    if (draft.file().isEmpty()) {
      InventoryOption.print(out, format.forFindings(), inventory.folder(), draft.findings());
      return ExitCode.FINDINGS;
    }
    CellDraft file = draft.file().get();
    if (!dryRun) {
      write(file);
    }
    switch (format) {
      case TEXT -> {
        FindingText.print(out, draft.findings(), 0);
        out.println(dryRun ? "# " + file.path() : "Wrote " + file.path() + ":\n");
        out.print(file.text());
      }
      case JSON -> {
        ObjectNode object =
            JsonOutput.object()
                .put("cell", file.name().toString())
                .put("file", file.path().toString())
                .put("written", !dryRun)
                .put("text", file.text());
        object.set("findings", JsonOutput.findings(draft.findings()));
        JsonOutput.print(out, object);
      }
    }
    out.flush();
    return ExitCode.CLEAN;
  }

  private CellRequest request() {
    OptionText options = new OptionText(spec.commandLine());
    return new CellRequest(
        options.parse("--region", region, Region::parse),
        options.parse("--account", account, AccountId::parse),
        size,
        availabilityZones.stream()
            .map(zone -> options.parse("--availability-zones", zone, AvailabilityZoneId::parse))
            .toList(),
        options.constant("--nat", nat, NatGateways.values()),
        cluster.nodes(options),
        cluster.kubernetesVersion(options),
        cluster.mesh(options),
        cluster.publicAccess(options),
        policy(options),
        Optional.ofNullable(backupCopyTo)
            .map(text -> options.parse("--backup-copy-to", text, Region::parse)),
        Optional.ofNullable(release).map(text -> options.parse("--release", text, Release::parse)));
  }

  private FailurePolicy policy(OptionText options) {
    return standby == null
        ? new FailurePolicy.FailFast()
        : new FailurePolicy.Standby(
            options.parse("--standby", standby, CellName::parse),
            options.constant("--survives", survives, FailurePolicy.Survives.values()));
  }

  private static void write(CellDraft file) {
    try {
      file.write();
    } catch (IOException e) {
      throw new UsageException("cannot write " + file.path() + ": " + e);
    }
  }
}
