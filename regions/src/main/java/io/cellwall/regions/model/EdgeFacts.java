package io.cellwall.regions.model;

import java.util.List;

/**
 * What AWS made up when a region's edge was built, recorded at admission.
 *
 * @param loadBalancer ARN of the routers' load balancer
 * @param attachment ARN of the attachment by which the zone's accelerator may use it
 * @param certificateRecord the DNS record by which the certificate's authority knows the zone
 * @param cellNameServers name servers of the cells' hosted zone, where this region holds it
 */
public record EdgeFacts(
    String loadBalancer,
    String attachment,
    CertificateRecord certificateRecord,
    List<HostName> cellNameServers) {

  public EdgeFacts {
    cellNameServers = List.copyOf(cellNameServers);
  }

  /**
   * The record, a CNAME, that proves that the host name is ours.
   *
   * @param name its name, below the zone's host name
   * @param target what it points at, a host of AWS
   */
  public record CertificateRecord(String name, String target) {}
}
