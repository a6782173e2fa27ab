package io.cellwall.cell.observability.rules;

import io.cellwall.cell.observability.slo.EnvoyIngress;
import io.cellwall.cell.observability.slo.SeriesLabels;
import java.util.List;

/**
 * What the cell's dashboard shows besides its SLOs: traffic, time to answer, saturation, recorded
 * so that each series has the cell's labels and a dashboard over days stays cheap.
 *
 * <p>Sources: Envoy, see {@link EnvoyIngress}; cAdvisor's {@code container_*}
 * (https://kubernetes.io/docs/reference/instrumentation/metrics/) and kube-state-metrics' {@code
 * kube_node_status_allocatable}.
 *
 * @param labels whose they are
 */
public record CellSignals(SeriesLabels labels) {

  /** Answers per second, by {@code envoy_response_code_class}. */
  public static final String RESPONSES = "cell:ingress_responses:rate5m";

  /** Time to answer in milliseconds, by {@code quantile}. */
  public static final String MILLISECONDS = "cell:ingress_milliseconds:quantile_rate5m";

  /** The share of the nodes' CPU that containers use. */
  public static final String CPU_USED = "cell:cpu_used:ratio_rate5m";

  /** The share of the nodes' memory that containers use. */
  public static final String MEMORY_USED = "cell:memory_used:ratio";

  /** The quantiles of the time to answer. */
  public static final List<String> QUANTILES = List.of("0.5", "0.95", "0.99");

  /** The one group. */
  public RuleGroup group() {
    return new RuleGroup(
        "cell-signals",
        List.of(
            recording(
                RESPONSES,
                "sum by (envoy_response_code_class) (rate(%s))"
                    .formatted(EnvoyIngress.responses().over("5m"))),
            quantile(QUANTILES.get(0)),
            quantile(QUANTILES.get(1)),
            quantile(QUANTILES.get(2)),
            recording(
                CPU_USED,
                "sum(rate(container_cpu_usage_seconds_total{container!=\"\"}[5m]))\n/\n"
                    + "sum(kube_node_status_allocatable{resource=\"cpu\"})"),
            recording(
                MEMORY_USED,
                "sum(container_memory_working_set_bytes{container!=\"\"})\n/\n"
                    + "sum(kube_node_status_allocatable{resource=\"memory\"})")));
  }

  private Rule quantile(String quantile) {
    var all = labels.asMap();
    all.put("quantile", quantile);
    return new Rule.Recording(
        MILLISECONDS,
        "histogram_quantile(%s, sum by (le) (rate(%s)))"
            .formatted(quantile, EnvoyIngress.timeBuckets().over("5m")),
        all);
  }

  private Rule recording(String series, String expression) {
    return new Rule.Recording(series, expression, labels.asMap());
  }
}
