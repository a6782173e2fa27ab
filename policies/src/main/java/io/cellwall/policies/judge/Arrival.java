package io.cellwall.policies.judge;

import io.cellwall.regions.finding.Finding;
import java.util.List;

/**
 * What the arrival of a node has shown.
 *
 * @param findings what is wrong with it whatever comes later, sorted
 * @param deferred what would be wrong with it if nothing more were told; the end decides
 */
public record Arrival(List<Finding> findings, List<Finding> deferred) {

  public Arrival {
    findings = List.copyOf(findings);
    deferred = List.copyOf(deferred);
  }
}
