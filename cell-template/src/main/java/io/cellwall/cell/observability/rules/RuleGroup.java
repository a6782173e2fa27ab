package io.cellwall.cell.observability.rules;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules that are evaluated one after the other every minute, so that a rule can use what the rules
 * before it recorded.
 *
 * @param name unique in its file
 * @param rules one to twenty
 */
public record RuleGroup(String name, List<Rule> rules) {

  /**
   * Default quota of Amazon Managed Service for Prometheus, "Rules per rule group"
   * (https://docs.aws.amazon.com/prometheus/latest/userguide/AMP_quotas.html).
   */
  public static final int MOST_RULES = 20;

  public RuleGroup {
    rules = List.copyOf(rules);
    if (rules.isEmpty() || rules.size() > MOST_RULES) {
      throw new IllegalArgumentException(
          "rule group "
              + name
              + " has "
              + rules.size()
              + " rules: Amazon Managed Service for Prometheus takes 1 to "
              + MOST_RULES
              + " a group; split it");
    }
  }

  Map<String, Object> asYaml() {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("name", name);
    yaml.put("interval", "1m");
    yaml.put("rules", rules.stream().map(Rule::asYaml).toList());
    return yaml;
  }
}
