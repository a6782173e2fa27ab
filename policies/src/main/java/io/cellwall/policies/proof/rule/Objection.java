package io.cellwall.policies.proof.rule;

import io.cellwall.regions.finding.Finding;
import java.util.Optional;

/**
 * Something that is not proven.
 *
 * @param aspect what of
 * @param from the stack from which something gets in; empty: any, or none that is known
 * @param to the stack whose wall it is
 * @param finding what was found
 */
public record Objection(Aspect aspect, Optional<String> from, String to, Finding finding) {}
