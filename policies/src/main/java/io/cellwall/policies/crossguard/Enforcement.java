package io.cellwall.policies.crossguard;

import io.cellwall.policies.catalogue.RuleEntry;
import io.cellwall.regions.finding.Severity;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * How strictly a rule is enforced. A configuration of the pack can make no rule weaker: what may
 * stay for a while is said by a waiver, with reason, approver and expiry.
 */
final class Enforcement {

  private Enforcement() {}

  static EnforcementLevel of(Severity severity) {
    return severity.blocks() ? EnforcementLevel.MANDATORY : EnforcementLevel.ADVISORY;
  }

  /**
   * What a configuration would weaken, a sentence each, sorted.
   *
   * @param rules the pack's
   */
  static List<String> downgrades(List<RuleEntry> rules, Map<String, PolicyConfig> configuration) {
    Map<String, EnforcementLevel> levels =
        rules.stream().collect(Collectors.toMap(RuleEntry::id, rule -> of(rule.severity())));
    return new TreeMap<>(configuration)
        .entrySet().stream()
            .filter(
                entry ->
                    levels.getOrDefault(entry.getKey(), EnforcementLevel.MANDATORY)
                            == EnforcementLevel.MANDATORY
                        && entry.getValue().getEnforcementLevel() != EnforcementLevel.MANDATORY)
            .map(
                entry ->
                    entry.getKey()
                        + " is "
                        + entry.getValue().getEnforcementLevel().name().toLowerCase(Locale.ROOT)
                        + "; it must be mandatory")
            .toList();
  }
}
