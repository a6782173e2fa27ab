package io.cellwall.regions.model;

import java.util.List;
import java.util.Optional;

/**
 * What AWS made up when a zone's edge was built, recorded at admission.
 *
 * @param nameServers name servers of the zone's hosted zone, for the parent to delegate to
 * @param delegationSigner its DS record, for the parent to vouch for its DNSSEC key
 */
public record ZoneFacts(List<HostName> nameServers, Optional<String> delegationSigner) {

  public ZoneFacts {
    nameServers = List.copyOf(nameServers);
  }
}
