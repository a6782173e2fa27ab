package io.cellwall.cell.observability.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the alert manager of a workspace does with alerts: pages and tickets go to one topic, with a
 * message attribute {@code severity} that its subscriptions filter by.
 *
 * <p>Shape and limits:
 * https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-alertmanager-config.html. Only SNS
 * receives; {@code sigv4.region} must be given, {@code api_url} and {@code http_config} must not;
 * {@code repeat_interval} is at most five days.
 *
 * @param topic where alerts go
 */
public record AlertManagerDefinition(AlertTopic topic) {

  private static final String TEMPLATE = "cellwall";

  // SNS: a subject is ASCII without control characters, at most 100 of them; more is cut off.
  private static final String SUBJECT =
      "{{ define \"cellwall.subject\" }}[{{ .Status }}] {{ .CommonLabels.severity }}"
          + " {{ .CommonLabels.cell }} {{ .CommonLabels.alertname }}{{ end }}";

  private static final String MESSAGE =
      """
      {{ define "cellwall.message" }}{{ range .Alerts -}}
      [{{ .Status }}] {{ .Labels.alertname }} ({{ .Labels.severity }})
      {{ .Annotations.summary }}
      Do: {{ .Annotations.action }}
      Runbook: {{ .Annotations.runbook }}
      Since: {{ .StartsAt }}
      {{ range .Labels.SortedPairs }}{{ .Name }}={{ .Value }} {{ end }}

      {{ end }}{{ end }}
      """;

  /** The definition as YAML: the configuration and its templates are texts inside it. */
  public String yaml() {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("template_files", Map.of(TEMPLATE, SUBJECT + "\n" + MESSAGE));
    definition.put("alertmanager_config", configuration());
    return BlockYaml.of(definition);
  }

  private String configuration() {
    Map<String, Object> configuration = new LinkedHashMap<>();
    configuration.put("templates", List.of(TEMPLATE));
    configuration.put("route", route());
    configuration.put("inhibit_rules", List.of(pagesSilenceTickets()));
    configuration.put("receivers", List.of(receiver(Severity.PAGE), receiver(Severity.TICKET)));
    return BlockYaml.of(configuration);
  }

  private static Map<String, Object> route() {
    Map<String, Object> tickets = new LinkedHashMap<>();
    tickets.put("receiver", Severity.TICKET.toString());
    tickets.put("matchers", List.of(is(Severity.TICKET)));
    tickets.put("group_wait", "5m");
    tickets.put("repeat_interval", "1d");

    Map<String, Object> route = new LinkedHashMap<>();
    // An alert that forgot its severity pages: too loud is found, lost is not.
    route.put("receiver", Severity.PAGE.toString());
    route.put("group_by", List.of("zone", "cell", "slo", "alertname", Severity.LABEL));
    route.put("group_wait", "30s");
    route.put("group_interval", "5m");
    route.put("repeat_interval", "4h");
    route.put("routes", List.of(tickets));
    return route;
  }

  private static Map<String, Object> pagesSilenceTickets() {
    Map<String, Object> rule = new LinkedHashMap<>();
    rule.put("source_matchers", List.of(is(Severity.PAGE)));
    rule.put("target_matchers", List.of(is(Severity.TICKET)));
    rule.put("equal", List.of("zone", "cell", "slo"));
    return rule;
  }

  private Map<String, Object> receiver(Severity severity) {
    Map<String, Object> sns = new LinkedHashMap<>();
    sns.put("topic_arn", topic.arn());
    sns.put("sigv4", Map.of("region", topic.region().code()));
    sns.put("subject", "{{ template \"cellwall.subject\" . }}");
    sns.put("message", "{{ template \"cellwall.message\" . }}");
    sns.put("attributes", Map.of(Severity.LABEL, severity.toString()));
    sns.put("send_resolved", true);
    Map<String, Object> receiver = new LinkedHashMap<>();
    receiver.put("name", severity.toString());
    receiver.put("sns_configs", List.of(sns));
    return receiver;
  }

  private static String is(Severity severity) {
    return Severity.LABEL + "=\"" + severity + "\"";
  }
}
