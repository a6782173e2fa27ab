package io.cellwall.policies.waivers;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Waiver;

/**
 * A finding that does not block, because somebody decided so. It stays visible in every output.
 *
 * @param finding what was found
 * @param waiver who decided, why, and until when
 */
public record WaivedFinding(Finding finding, Waiver waiver) {}
