package io.cellwall.cell.dns;

import io.cellwall.regions.model.HostName;
import io.cellwall.wiring.Place;
import java.util.List;

/**
 * The cell's hosted zone: public, since certificates are validated through it, and without any
 * address. Routers reach the cell by PrivateLink and name its host in TLS only, so an address here
 * would serve nobody and show the cell's network to all.
 *
 * <p>It holds who may issue certificates (Amazon only), that the host neither sends nor receives
 * mail, and the validation of the cell's certificate, which {@code ingress} adds. Signing (DNSSEC)
 * is for the zone's edge, which delegates to it; queries are not logged, since Route 53 logs them
 * in us-east-1 only, beyond the residency zone.
 *
 * @param name the zone's name among resources and tags
 * @param host the host it is for
 * @param records what it holds from the start
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/query-logs.html">Query
 *     logging</a>
 */
public record HostedZonePlan(String name, HostName host, List<Entry> records) {

  private static final int AN_HOUR = 3_600;

  public HostedZonePlan {
    records = List.copyOf(records);
  }

  /**
   * A record at the host itself.
   *
   * @param name its name among resources
   * @param type such as {@code CAA}
   * @param ttl for how many seconds answers may be kept
   * @param values as Route 53 writes them
   */
  public record Entry(String name, String type, int ttl, List<String> values) {
    public Entry {
      values = List.copyOf(values);
    }
  }

  /** The hosted zone of the cell at this place. */
  public static HostedZonePlan of(Place place, HostName host) {
    return new HostedZonePlan(
        place.named("zone"),
        host,
        List.of(
            // https://docs.aws.amazon.com/acm/latest/userguide/setup-caa.html
            new Entry(
                place.named("issuers"),
                "CAA",
                AN_HOUR,
                List.of("0 issue \"amazon.com\"", "0 issuewild \";\"")),
            // https://www.rfc-editor.org/rfc/rfc7505 and rfc7208
            new Entry(place.named("no-mail"), "MX", AN_HOUR, List.of("0 .")),
            new Entry(place.named("no-sender"), "TXT", AN_HOUR, List.of("v=spf1 -all"))));
  }
}
