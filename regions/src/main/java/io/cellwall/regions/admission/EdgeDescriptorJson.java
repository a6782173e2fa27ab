package io.cellwall.regions.admission;

import io.cellwall.regions.json.StrictJson;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.EdgeFacts;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.ZoneFacts;
import io.cellwall.regions.model.ZoneName;
import java.util.List;
import java.util.Optional;

/** The format of edges' descriptors: one JSON object. */
public final class EdgeDescriptorJson {

  /** Grows when a key goes away or changes its meaning. */
  public static final int SCHEMA_VERSION = 1;

  private EdgeDescriptorJson() {}

  private record OfZone(
      int schemaVersion, String stack, String zone, String region, String account, Zone facts) {}

  private record Zone(List<String> nameServers, String delegationSigner) {}

  private record OfRegion(
      int schemaVersion, String stack, String zone, String region, String account, Routers facts) {}

  private record Routers(
      String loadBalancer,
      String attachment,
      EdgeFacts.CertificateRecord certificateRecord,
      List<String> cellNameServers) {}

  /**
   * Reads the descriptor of an edge.
   *
   * @param stack the edge that it is to be of; it says which facts there are
   * @throws IllegalArgumentException if the text is not one; the message says where and why
   */
  public static EdgeDescriptor read(String text, StackName stack) {
    return stack instanceof StackName.OfZoneEdge ? zone(text) : region(text);
  }

  private static EdgeDescriptor zone(String text) {
    OfZone document = StrictJson.read(text, OfZone.class);
    check(document.schemaVersion());
    EdgeDescriptor descriptor =
        new EdgeDescriptor.OfZone(
            ZoneName.parse(document.zone()),
            Region.parse(document.region()),
            AccountId.parse(document.account()),
            new ZoneFacts(
                hosts(document.facts().nameServers()),
                Optional.of(document.facts().delegationSigner())));
    return checked(descriptor, document.stack());
  }

  private static EdgeDescriptor region(String text) {
    OfRegion document = StrictJson.read(text, OfRegion.class);
    check(document.schemaVersion());
    Routers facts = document.facts();
    EdgeDescriptor descriptor =
        new EdgeDescriptor.OfRegion(
            ZoneName.parse(document.zone()),
            Region.parse(document.region()),
            AccountId.parse(document.account()),
            new EdgeFacts(
                facts.loadBalancer(),
                facts.attachment(),
                facts.certificateRecord(),
                hosts(facts.cellNameServers())));
    return checked(descriptor, document.stack());
  }

  private static void check(int schemaVersion) {
    if (schemaVersion != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion is %d; it must be %d".formatted(schemaVersion, SCHEMA_VERSION));
    }
  }

  private static EdgeDescriptor checked(EdgeDescriptor descriptor, String stack) {
    if (!descriptor.stack().value().equals(stack)) {
      throw new IllegalArgumentException(
          "stack is %s; by zone and region it must be %s".formatted(stack, descriptor.stack()));
    }
    return descriptor;
  }

  private static List<HostName> hosts(List<String> names) {
    return names.stream().map(HostName::parse).toList();
  }
}
