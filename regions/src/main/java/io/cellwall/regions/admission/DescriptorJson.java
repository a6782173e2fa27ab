package io.cellwall.regions.admission;

import io.cellwall.regions.json.StrictJson;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.EndpointServiceName;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The format of descriptors: one JSON object. */
public final class DescriptorJson {

  /** Grows when a key goes away or changes its meaning. */
  public static final int SCHEMA_VERSION = 1;

  private static final int MOST_NAME_SERVERS = 8;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private DescriptorJson() {}

  private record Document(
      int schemaVersion,
      String cell,
      String zone,
      String region,
      String account,
      String release,
      String fingerprint,
      SortedMap<String, String> endpoints,
      Facts facts) {}

  private record Facts(String endpointService, List<String> nameServers) {}

  /** The descriptor as JSON, with a final line break; equal descriptors give equal texts. */
  public static String write(Descriptor descriptor) {
    Document document =
        new Document(
            SCHEMA_VERSION,
            descriptor.cell().toString(),
            descriptor.zone().value(),
            descriptor.region().code(),
            descriptor.account().value(),
            descriptor.release().value(),
            descriptor.fingerprint(),
            descriptor.endpoints(),
            new Facts(
                descriptor.facts().endpointService(),
                descriptor.facts().nameServers().stream().map(HostName::value).toList()));
    return MAPPER.writeValueAsString(document).replace("\r\n", "\n") + "\n";
  }

  /**
   * Reads a descriptor.
   *
   * @throws IllegalArgumentException if the text is not one; the message says where and why
   */
  public static Descriptor read(String text) {
    Document document = StrictJson.read(text, Document.class);
    if (document.schemaVersion() != SCHEMA_VERSION) {
      throw new IllegalArgumentException(
          "schemaVersion is %d; it must be %d".formatted(document.schemaVersion(), SCHEMA_VERSION));
    }
    return new Descriptor(
        CellName.parse(document.cell()),
        ZoneName.parse(document.zone()),
        Region.parse(document.region()),
        AccountId.parse(document.account()),
        Release.parse(document.release()),
        document.fingerprint(),
        document.endpoints(),
        facts(document.facts()));
  }

  private static CellFacts facts(Facts facts) {
    List<HostName> servers = facts.nameServers().stream().map(HostName::parse).toList();
    if (servers.isEmpty() || servers.size() > MOST_NAME_SERVERS) {
      throw new IllegalArgumentException(
          "facts.nameServers lists %d; it must list 1 to %d"
              .formatted(servers.size(), MOST_NAME_SERVERS));
    }
    if (new HashSet<>(servers).size() < servers.size()) {
      throw new IllegalArgumentException("facts.nameServers lists a name server twice");
    }
    return new CellFacts(EndpointServiceName.parse(facts.endpointService()).value(), servers);
  }
}
