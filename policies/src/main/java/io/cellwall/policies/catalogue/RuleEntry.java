package io.cellwall.policies.catalogue;

import io.cellwall.regions.finding.Severity;
import java.net.URI;
import java.util.List;

/**
 * One rule, as documents and reports show it.
 *
 * @param id its id in findings
 * @param severity how much its findings weigh as a rule; a single one may be undecided
 * @param explanation why it matters
 * @param fix how to fix what it finds
 * @param references where it comes from, the nearest first; empty if it is about our own files
 */
public record RuleEntry(
    String id, Severity severity, String explanation, String fix, List<URI> references) {}
