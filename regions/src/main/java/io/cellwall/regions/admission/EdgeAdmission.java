package io.cellwall.regions.admission;

import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.EdgeFacts;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.reading.DraftFile;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import io.cellwall.regions.reading.ZoneFactsEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Checks what an edge says of itself against what the inventory says of it, and works out the
 * change of its zone's file. Writes nothing: {@link AdmittedFile#write()} does. An edge that was
 * built anew is admitted anew.
 */
public final class EdgeAdmission {

  private final EdgeDescriptor descriptor;
  private final Refusals refusals;

  private EdgeAdmission(EdgeDescriptor descriptor, Refusals refusals) {
    this.descriptor = descriptor;
    this.refusals = refusals;
  }

  /**
   * Judges a descriptor.
   *
   * @param directory the inventory's directory
   * @param stack the edge that is to be admitted
   * @param descriptor what an edge says of itself
   * @param source the descriptor's file, for findings
   * @throws IOException if the zone's file cannot be read
   */
  public static AdmissionOutcome judge(
      Path directory, StackName stack, EdgeDescriptor descriptor, Source source)
      throws IOException {
    InventoryReading now = InventoryReader.read(directory);
    if (now.inventory().isEmpty()) {
      return new AdmissionOutcome(Optional.empty(), now.findings());
    }
    Inventory inventory = now.inventory().get();
    Refusals refusals = new Refusals(stack.value(), source);
    Optional<Zone> zone = zoneOf(inventory, stack);
    if (zone.isEmpty()) {
      refusals.refuse(
          "EdgeUnknown",
          stack + " is not in the inventory",
          "Write the zone's file, or the region's entry in its edges, first.");
    } else {
      new EdgeAdmission(descriptor, refusals).compare(stack, zone.get());
    }
    return refusals.findings().isEmpty()
        ? new EdgeAdmission(descriptor, refusals).record(directory, inventory, zone.orElseThrow())
        : new AdmissionOutcome(Optional.empty(), refusals.findings());
  }

  private static Optional<Zone> zoneOf(Inventory inventory, StackName stack) {
    if (stack instanceof StackName.OfZoneEdge edge) {
      return Optional.ofNullable(inventory.zones().get(edge.zone()));
    }
    return stack instanceof StackName.OfRegionEdge edge
        ? inventory.zoneOf(edge.region()).filter(zone -> zone.edges().containsKey(edge.region()))
        : Optional.empty();
  }

  private void compare(StackName stack, Zone zone) {
    refusals.same("stack", descriptor.stack(), stack);
    refusals.same("zone", descriptor.zone(), zone.name());
    if (stack instanceof StackName.OfRegionEdge edge) {
      refusals.same("region", descriptor.region(), edge.region());
      refusals.same("account", descriptor.account(), accountOf(zone, edge.region()));
      if (descriptor instanceof EdgeDescriptor.OfRegion routers) {
        directory(routers.facts(), edge.region(), zone);
      }
    } else {
      refusals.same("region", descriptor.region(), zone.writerRegion());
      refusals.same("account", descriptor.account(), zone.account());
    }
  }

  private static AccountId accountOf(Zone zone, Region region) {
    return Optional.ofNullable(zone.edges().get(region)).orElseThrow().account();
  }

  private void directory(EdgeFacts facts, Region region, Zone zone) {
    boolean holds = zone.cellDirectoryRegion().filter(region::equals).isPresent();
    if (holds == facts.cellNameServers().isEmpty()) {
      refusals.refuse(
          "DescriptorMismatch",
          "the descriptor's facts.cellNameServers lists %d; the hosted zone of the cells is in %s"
              .formatted(
                  facts.cellNameServers().size(),
                  zone.cellDirectoryRegion().map(Region::code).orElse("no edge")),
          "Build the edge again from the inventory; do not edit the descriptor.");
    }
  }

  private AdmissionOutcome record(Path directory, Inventory inventory, Zone zone)
      throws IOException {
    Path file = DraftFile.of(zone.name(), "").pathIn(directory);
    String before = Files.readString(file);
    String text;
    Zone expected;
    if (descriptor instanceof EdgeDescriptor.OfRegion routers) {
      text = ZoneFactsEdit.with(before, routers.region(), routers.facts());
      expected = zone.with(routers.region(), routers.facts());
    } else {
      EdgeDescriptor.OfZone edge = (EdgeDescriptor.OfZone) descriptor;
      text = ZoneFactsEdit.with(before, edge.facts());
      expected = zone.with(edge.facts());
    }
    InventoryReading after = InventoryReader.readWith(directory, DraftFile.of(zone.name(), text));
    // The file is edited as text. Reading it again shows that the edit did what it was meant to.
    if (after.inventory().isPresent()
        && !after.inventory().get().equals(inventory.with(expected))) {
      throw new IllegalStateException(
          "recording the facts of " + descriptor.stack() + " changed something else");
    }
    return new AdmissionOutcome(
        after.inventory().map(ignored -> new AdmittedFile(file, before, text)), after.findings());
  }
}
