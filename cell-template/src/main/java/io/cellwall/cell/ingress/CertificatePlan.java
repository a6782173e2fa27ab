package io.cellwall.cell.ingress;

import io.cellwall.regions.model.HostName;
import io.cellwall.wiring.Place;

/**
 * The certificate of the cell's host, validated by a record in the cell's own hosted zone.
 *
 * @param name name of the certificate and of the record
 * @param host the one host it is for
 * @param keyAlgorithm as ACM spells it
 * @param recordTtl for how many seconds the record may be kept
 */
public record CertificatePlan(String name, HostName host, String keyAlgorithm, int recordTtl) {

  static CertificatePlan of(Place place, HostName host) {
    return new CertificatePlan(place.named("certificate"), host, "EC_prime256v1", 300);
  }
}
