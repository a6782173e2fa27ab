package io.cellwall.policies.catalogue;

import io.cellwall.regions.finding.Severity;

/**
 * One rule, as documents and reports show it.
 *
 * @param id its id in findings
 * @param severity how much its findings weigh as a rule; a single one may be undecided
 * @param explanation why it matters
 * @param fix how to fix what it finds
 */
public record RuleEntry(String id, Severity severity, String explanation, String fix) {}
