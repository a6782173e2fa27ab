package io.cellwall.regions.model;

import java.util.List;

/**
 * What AWS made up when the cell was built, recorded at admission.
 *
 * @param endpointService name of the cell's PrivateLink endpoint service, such as {@code
 *     com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0}
 * @param nameServers name servers of the cell's hosted zone
 */
public record CellFacts(String endpointService, List<HostName> nameServers) {

  public CellFacts {
    nameServers = List.copyOf(nameServers);
  }
}
