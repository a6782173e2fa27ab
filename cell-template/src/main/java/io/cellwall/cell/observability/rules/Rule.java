package io.cellwall.cell.observability.rules;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** One rule of a group, as Prometheus has them. */
public sealed interface Rule {

  /** The rule as the maps and texts of a rule file, keys in the order they are written. */
  Map<String, Object> asYaml();

  /**
   * A series that is worth its keep.
   *
   * @param series name of the series
   * @param expression PromQL
   * @param labels labels that the series gets; the expression must not aggregate them away later
   */
  record Recording(String series, String expression, Map<String, String> labels) implements Rule {

    @Override
    public Map<String, Object> asYaml() {
      Map<String, Object> yaml = new LinkedHashMap<>();
      yaml.put("record", series);
      yaml.put("expr", expression);
      if (!labels.isEmpty()) {
        yaml.put("labels", labels);
      }
      return yaml;
    }
  }

  /**
   * Something that somebody must do something about.
   *
   * @param name in camel case; also the heading in the runbook
   * @param expression PromQL
   * @param lasting how long it must hold, {@code 0m} for at once
   * @param severity who it is for
   * @param labels its labels besides those of the expression and the severity
   * @param summary what is the case; may use Prometheus's templates
   * @param action what to do first
   */
  record Alert(
      String name,
      String expression,
      String lasting,
      Severity severity,
      Map<String, String> labels,
      String summary,
      String action)
      implements Rule {

    /** Where the alerts are explained, from the root of the repository. */
    public static final String RUNBOOK = "cell-template/docs/alerts.md";

    @Override
    public Map<String, Object> asYaml() {
      Map<String, String> allLabels = new LinkedHashMap<>(labels);
      allLabels.put(Severity.LABEL, severity.toString());
      Map<String, String> annotations = new LinkedHashMap<>();
      annotations.put("summary", summary);
      annotations.put("action", action);
      annotations.put("runbook", RUNBOOK + "#" + name.toLowerCase(Locale.ROOT));
      Map<String, Object> yaml = new LinkedHashMap<>();
      yaml.put("alert", name);
      yaml.put("expr", expression);
      yaml.put("for", lasting);
      yaml.put("labels", allLabels);
      yaml.put("annotations", annotations);
      return yaml;
    }
  }
}
