package io.cellwall.cell.observability.rules;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A Prometheus rule file; in AWS one rule groups namespace of a workspace
 * (https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-ruler-rulesfile.html).
 *
 * @param name name of the namespace
 * @param groups in the order they are written
 */
public record RuleFile(String name, List<RuleGroup> groups) {

  // CreateRuleGroupsNamespace: https://docs.aws.amazon.com/prometheus/latest/APIReference/
  private static final Pattern NAME = Pattern.compile("[0-9A-Za-z][-.0-9A-Z_a-z]{0,63}");

  // Quotas "Rule groups per workspace" and "Rule group namespace definition file size":
  // https://docs.aws.amazon.com/prometheus/latest/userguide/AMP_quotas.html
  private static final int MOST_GROUPS = 100;
  private static final int MOST_BYTES = 1_000_000;

  public RuleFile {
    groups = List.copyOf(groups);
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "\"" + name + "\" is not the name of a rule groups namespace: 1 to 64 of A-Za-z0-9._-");
    }
    if (groups.size() > MOST_GROUPS) {
      throw new IllegalArgumentException(
          "rule file "
              + name
              + " has "
              + groups.size()
              + " groups: a workspace takes "
              + MOST_GROUPS
              + "; declare fewer SLOs");
    }
    Set<String> names = new HashSet<>();
    for (RuleGroup group : groups) {
      if (!names.add(group.name())) {
        throw new IllegalArgumentException(
            "rule file " + name + " has two groups named " + group.name() + ": rename one");
      }
    }
  }

  /** The file's text, the same for the same rules. */
  public String yaml() {
    String text = BlockYaml.of(Map.of("groups", groups.stream().map(RuleGroup::asYaml).toList()));
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "rule file "
              + name
              + " has "
              + bytes
              + " bytes: a rule groups namespace takes "
              + MOST_BYTES
              + "; split it");
    }
    return text;
  }
}
