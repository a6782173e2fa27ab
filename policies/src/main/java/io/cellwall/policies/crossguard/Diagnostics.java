package io.cellwall.policies.crossguard;

import io.cellwall.policies.catalogue.RuleCatalogue;
import io.cellwall.policies.catalogue.RuleEntry;
import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyInfo;
import pulumirpc.AnalyzerOuterClass.PolicySeverity;
import pulumirpc.AnalyzerOuterClass.PolicyType;

/** Rules and findings as the engine shows them. */
final class Diagnostics {

  static final String PACK = "cellwall";

  private static final Map<String, RuleEntry> RULES =
      RuleCatalogue.all().stream().collect(Collectors.toMap(RuleEntry::id, Function.identity()));

  private Diagnostics() {}

  /** The pack and its rules. */
  static AnalyzerInfo info(String version) {
    AnalyzerInfo.Builder info =
        AnalyzerInfo.newBuilder()
            .setName(PACK)
            .setDisplayName("Cellwall")
            .setDescription("No resource crosses the boundary of a cell or of a residency zone.")
            .setVersion(version)
            // Without it the engine would not show us a configuration that we must refuse.
            .setSupportsConfig(true);
    RuleCatalogue.all().forEach(rule -> info.addPolicies(info(rule)));
    return info.build();
  }

  private static PolicyInfo info(RuleEntry rule) {
    PolicyInfo.Builder info =
        PolicyInfo.newBuilder()
            .setName(rule.id())
            .setDisplayName(rule.id())
            .setDescription(rule.explanation())
            .setMessage(rule.explanation())
            .setEnforcementLevel(Enforcement.of(rule.severity()))
            .setPolicyType(PolicyType.POLICY_TYPE_RESOURCE)
            .setSeverity(PolicySeverity.POLICY_SEVERITY_HIGH)
            .setRemediationSteps(rule.fix());
    rule.references().stream().findFirst().ifPresent(uri -> info.setUrl(uri.toString()));
    return info.build();
  }

  /**
   * A finding about a resource.
   *
   * @param urn the resource that the engine shows it with; empty for the stack's own
   */
  static AnalyzeDiagnostic of(Finding finding, String urn, String version) {
    return AnalyzeDiagnostic.newBuilder()
        .setPolicyPackName(PACK)
        .setPolicyPackVersion(version)
        .setPolicyName(finding.rule())
        .setDescription(
            Optional.ofNullable(RULES.get(finding.rule()))
                .map(RuleEntry::explanation)
                .orElse("What could not be decided blocks."))
        .setMessage(message(finding))
        .setEnforcementLevel(Enforcement.of(finding.severity()))
        .setSeverity(
            finding.crossesZone()
                ? PolicySeverity.POLICY_SEVERITY_CRITICAL
                : PolicySeverity.POLICY_SEVERITY_HIGH)
        .setUrn(urn)
        .build();
  }

  private static String message(Finding finding) {
    List<String> path = finding.path();
    return "%s [%s]%s%n  fix: %s"
        .formatted(
            finding.message(),
            finding.id(),
            path.isEmpty() ? "" : "%n  path: ".formatted() + String.join(" -> ", path),
            finding.hint());
  }
}
