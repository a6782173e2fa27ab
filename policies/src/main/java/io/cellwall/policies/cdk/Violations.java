package io.cellwall.policies.cdk;

import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awscdk.PolicyViolatingResource;
import software.amazon.awscdk.PolicyViolation;

/** A finding as the CDK's report shows it. */
final class Violations {

  private Violations() {}

  static PolicyViolation of(Finding finding, String file) {
    return PolicyViolation.builder()
        .ruleName(finding.rule())
        .description(finding.message())
        .fix(finding.hint())
        // Fatal, as an error could be acknowledged in the app: only a waiver may silence a finding.
        .severity(finding.blocks() ? "fatal" : finding.severity().name().toLowerCase(Locale.ROOT))
        .ruleMetadata(
            Map.of(
                "finding", finding.id(),
                "severity", finding.severity().name().toLowerCase(Locale.ROOT)))
        .violatingResources(
            List.of(
                PolicyViolatingResource.builder()
                    .resourceLogicalId(logicalId(finding.subject()))
                    .templatePath(file)
                    .locations(
                        finding.path().isEmpty()
                            ? List.of()
                            : List.of(String.join(" -> ", finding.path())))
                    .build()))
        .build();
  }

  // urn:cloudformation:<stack>::<template>::<type>::<logical id>
  private static String logicalId(String subject) {
    return subject.substring(subject.lastIndexOf("::") < 0 ? 0 : subject.lastIndexOf("::") + 2);
  }
}
