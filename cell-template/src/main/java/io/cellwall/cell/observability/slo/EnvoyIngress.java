package io.cellwall.cell.observability.slo;

import java.util.List;

/**
 * What the cell's ingress, Envoy (by Envoy Gateway), counts, and the SLOs that follow from it.
 *
 * <p>Sources: the connection manager's statistics
 * (https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_conn_man/stats): {@code
 * downstream_rq_completed}, {@code downstream_rq_xx} by class, {@code downstream_rq_time} in
 * milliseconds; exported to Prometheus at {@code /stats/prometheus}
 * (https://gateway.envoyproxy.io/docs/tasks/observability/proxy-metric/).
 *
 * <p>A request that the client gave up on is in none of these counters. A stream or WebSocket
 * counts with the time it was open: give a cell that serves them an own latency SLO.
 */
public final class EnvoyIngress {

  /**
   * Upper bound of an answer in time, in milliseconds. It must be a bound of Envoy's histogram: ...
   * 100, 250, 500, 1000, 2500 ... (source/common/stats/histogram_impl.cc, default buckets).
   */
  public static final int IN_TIME_MILLISECONDS = 500;

  private EnvoyIngress() {}

  /** The SLOs of a cell: its requests are answered, and in time. */
  public static List<Slo> slos() {
    return List.of(
        new Slo(
            new SloName("requests-availability"),
            Objective.parse("99.9"),
            "Requests at the cell's ingress are answered without a server error (5xx).",
            new Sli.Failures(
                Query.rateOf(responses().where("envoy_response_code_class", "5")),
                Query.rateOf(ofUsers("envoy_http_downstream_rq_completed")))),
        new Slo(
            new SloName("requests-latency"),
            Objective.parse("99"),
            "Requests at the cell's ingress are answered within %d ms."
                .formatted(IN_TIME_MILLISECONDS),
            new Sli.Good(
                Query.rateOf(
                    // Prometheus 3 writes the bound of a classic bucket as 500.0 where the target
                    // and Prometheus 2 write 500.
                    ofUsers("envoy_http_downstream_rq_time_bucket")
                        .matching("le", IN_TIME_MILLISECONDS + "(\\.0)?")),
                Query.rateOf(ofUsers("envoy_http_downstream_rq_time_count")))));
  }

  /** Answers, with the label {@code envoy_response_code_class}: 1 to 5. */
  public static Selector responses() {
    return ofUsers("envoy_http_downstream_rq_xx");
  }

  /** The buckets of the time to answer, in milliseconds. */
  public static Selector timeBuckets() {
    return ofUsers("envoy_http_downstream_rq_time_bucket");
  }

  // Envoy's admin page and Envoy Gateway's own listeners (eg-ready-http, eg-stats-http) are
  // connection managers too: probes would dilute the errors of users.
  private static Selector ofUsers(String metric) {
    return Selector.of(metric).notMatching("envoy_http_conn_manager_prefix", "admin|eg-.*");
  }
}
