package io.cellwall.regions.finding;

import java.time.LocalDate;

/**
 * A decision that one finding on one resource may stay, for a while.
 *
 * @param scope whose findings it covers: the name of a cell, or {@code fleet} for any stack
 * @param finding id of a rule, or of one finding ({@link Finding#id})
 * @param resource subject of the finding: the resource's URN
 * @param reason why it may stay
 * @param approver who decided so
 * @param ticket where the decision is written down
 * @param expires the last day on which it holds, in UTC
 * @param source its place in the inventory
 */
public record Waiver(
    String scope,
    String finding,
    String resource,
    String reason,
    String approver,
    String ticket,
    LocalDate expires,
    Source source) {

  /** The scope of a waiver for any stack. */
  public static final String FLEET = "fleet";

  /** Tells whether it speaks of findings of this stack. */
  public boolean isFor(String stack) {
    return scope.equals(FLEET) || scope.equals(stack);
  }

  /** Tells whether it names this finding, by its rule or by its id, and its resource. */
  public boolean names(Finding found) {
    return resource.equals(found.subject())
        && (finding.equals(found.rule()) || finding.equals(found.id()));
  }

  /** The rule that it is about. */
  public String rule() {
    int dash = finding.indexOf('-');
    return dash < 0 ? finding : finding.substring(0, dash);
  }
}
