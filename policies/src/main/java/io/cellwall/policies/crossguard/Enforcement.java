package io.cellwall.policies.crossguard;

import io.cellwall.policies.catalogue.RuleEntry;
import io.cellwall.regions.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * How strictly a rule is enforced. A configuration of the pack can make no rule weaker: what may
 * stay for a while is said by a waiver, with reason, approver and expiry.
 */
final class Enforcement {

  /** As the engine's configuration names all of them. */
  private static final String EVERY_RULE = "all";

  private Enforcement() {}

  static EnforcementLevel of(Severity severity) {
    return severity.blocks() ? EnforcementLevel.MANDATORY : EnforcementLevel.ADVISORY;
  }

  /**
   * What of a configuration cannot be followed, a sentence each, sorted: what would weaken a rule,
   * names none, or configures one.
   *
   * @param rules the pack's
   */
  static List<String> objections(List<RuleEntry> rules, Map<String, PolicyConfig> configuration) {
    Map<String, EnforcementLevel> levels =
        rules.stream().collect(Collectors.toMap(RuleEntry::id, rule -> of(rule.severity())));
    return new TreeMap<>(configuration)
        .entrySet().stream()
            .flatMap(entry -> objections(levels, entry.getKey(), entry.getValue()))
            .toList();
  }

  private static Stream<String> objections(
      Map<String, EnforcementLevel> levels, String rule, PolicyConfig wanted) {
    if (!rule.equals(EVERY_RULE) && !levels.containsKey(rule)) {
      return Stream.of(rule + " is no rule of this pack");
    }
    boolean weaker =
        levels.getOrDefault(rule, EnforcementLevel.MANDATORY) == EnforcementLevel.MANDATORY
            && wanted.getEnforcementLevel() != EnforcementLevel.MANDATORY;
    String level = wanted.getEnforcementLevel().name().toLowerCase(Locale.ROOT);
    return Stream.of(
            weaker ? rule + " is " + level + "; it must be mandatory" : "",
            wanted.getProperties().getFieldsCount() > 0
                ? rule + " takes no properties: all that it needs is in the inventory"
                : "")
        .filter(text -> !text.isEmpty());
  }
}
