package io.cellwall.cell.observability;

import io.cellwall.cell.observability.rules.BlockYaml;
import io.cellwall.cell.observability.slo.SeriesLabels;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the cell's scraper collects: the ingress, the nodes' containers, the state of Kubernetes
 * objects, and what workloads offer. Only series that rules and dashboards read are kept of the
 * first three, since every sample is paid for.
 *
 * @param labels put on every series
 * @see <a
 *     href="https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-collector-how-to.html#AMP-collector-configuration">Scraper
 *     configuration</a>
 */
record ScrapeConfiguration(SeriesLabels labels) {

  private static final String TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token";

  /** The configuration's text. */
  String yaml() {
    Map<String, Object> global = new LinkedHashMap<>();
    global.put("scrape_interval", "30s");
    global.put("external_labels", labels.asMap());
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("global", global);
    configuration.put(
        "scrape_configs", List.of(ingress(), containers(), kubernetesState(), workloads()));
    return BlockYaml.of(configuration);
  }

  // https://gateway.envoyproxy.io/docs/tasks/observability/proxy-metric/
  private static Map<String, Object> ingress() {
    Map<String, Object> job = pods("ingress", "gateway");
    job.put("metrics_path", "/stats/prometheus");
    job.put(
        "relabel_configs",
        List.of(
            keep("__meta_kubernetes_pod_label_app_kubernetes_io_component", "proxy"),
            keep("__meta_kubernetes_pod_container_port_number", "19001"),
            label("__meta_kubernetes_pod_name", "pod")));
    job.put(
        "metric_relabel_configs",
        List.of(keep("__name__", "envoy_http_downstream_rq_(completed|xx|time_.+)")));
    return job;
  }

  // Through the API server, which alone knows every kubelet's certificate.
  private static Map<String, Object> containers() {
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("job_name", "containers");
    job.put("scheme", "https");
    Map<String, Object> authorization = new LinkedHashMap<>();
    authorization.put("type", "Bearer");
    authorization.put("credentials_file", TOKEN);
    job.put("authorization", authorization);
    job.put("kubernetes_sd_configs", List.of(Map.of("role", "node")));
    job.put(
        "relabel_configs",
        List.of(
            set("__address__", "kubernetes.default.svc:443"),
            replace(
                "__meta_kubernetes_node_name",
                "__metrics_path__",
                "/api/v1/nodes/$1/proxy/metrics/cadvisor"),
            label("__meta_kubernetes_node_name", "node")));
    job.put(
        "metric_relabel_configs",
        List.of(
            keep(
                "__name__",
                "container_cpu_usage_seconds_total|container_memory_working_set_bytes")));
    return job;
  }

  private static Map<String, Object> kubernetesState() {
    Map<String, Object> job = pods("kube-state-metrics", "kube-state-metrics");
    job.put(
        "relabel_configs",
        List.of(
            keep("__meta_kubernetes_pod_label_app_kubernetes_io_name", "kube-state-metrics"),
            keep("__meta_kubernetes_pod_container_port_number", "8080")));
    job.put(
        "metric_relabel_configs",
        List.of(
            keep(
                "__name__",
                "kube_node_status_(allocatable|condition)|kube_pod_container_status_restarts_total"
                    + "|kube_deployment_status_replicas_unavailable|kube_resourcequota")));
    return job;
  }

  // The one port that the network policies of the tiers open to the scraper.
  private static Map<String, Object> workloads() {
    Map<String, Object> job = pods("workloads");
    job.put(
        "relabel_configs",
        List.of(
            keep("__meta_kubernetes_namespace", "tier-.+"),
            keep("__meta_kubernetes_pod_container_port_number", "9102"),
            label("__meta_kubernetes_namespace", "namespace"),
            label("__meta_kubernetes_pod_name", "pod")));
    return job;
  }

  private static Map<String, Object> pods(String name, String... namespaces) {
    Map<String, Object> discovery = new LinkedHashMap<>();
    discovery.put("role", "pod");
    if (namespaces.length > 0) {
      discovery.put("namespaces", Map.of("names", List.of(namespaces)));
    }
    Map<String, Object> job = new LinkedHashMap<>();
    job.put("job_name", name);
    job.put("kubernetes_sd_configs", List.of(discovery));
    return job;
  }

  private static Map<String, Object> keep(String source, String regex) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("source_labels", List.of(source));
    rule.put("regex", regex);
    rule.put("action", "keep");
    return rule;
  }

  private static Map<String, Object> label(String source, String target) {
    return replace(source, target, "$1");
  }

  private static Map<String, Object> replace(String source, String target, String replacement) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("source_labels", List.of(source));
    rule.put("target_label", target);
    rule.put("replacement", replacement);
    return rule;
  }

  private static Map<String, Object> set(String target, String value) {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("target_label", target);
    rule.put("replacement", value);
    return rule;
  }
}
