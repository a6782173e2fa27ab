package io.cellwall.fleet.change.danger;

import io.cellwall.regions.finding.Finding;
import java.util.List;

/** A waiver ends within two weeks; what it covers blocks from then on. */
final class WaiverEndsSoon implements DangerRule {

  /** How many days ahead it is said. */
  static final int DAYS = 14;

  @Override
  public String reason() {
    return "From the day after, what it covers blocks every change: fix the resource, or have the"
        + " waiver approved again.";
  }

  @Override
  public List<Finding> inFleet(FleetDelta delta) {
    return delta.waiversAfter().stream()
        .filter(
            each ->
                !each.expires().isBefore(delta.today())
                    && !each.expires().isAfter(delta.today().plusDays(DAYS)))
        .map(each -> WaiverAdded.told(this, each, "is waived only until " + each.expires()))
        .toList();
  }
}
