package io.cellwall.policies.waivers;

import io.cellwall.policies.judge.Verdict;
import io.cellwall.regions.finding.Finding;
import java.util.List;

/**
 * What stands against one stack, and what was waived.
 *
 * @param stack the stack
 * @param findings what stands, sorted
 * @param waived what was waived, in the order of the findings
 */
public record Judgement(String stack, List<Finding> findings, List<WaivedFinding> waived) {

  public Judgement {
    findings = List.copyOf(findings);
    waived = List.copyOf(waived);
  }

  /** What the standing findings come to; what is waived does not count. */
  public Verdict verdict() {
    return Verdict.of(findings);
  }
}
