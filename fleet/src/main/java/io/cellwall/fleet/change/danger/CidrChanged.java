package io.cellwall.fleet.change.danger;

import io.cellwall.fleet.change.Action;
import io.cellwall.regions.finding.Finding;
import java.util.List;
import java.util.regex.Pattern;

/** The addresses of a network, a route or an opening change. */
final class CidrChanged implements DangerRule {

  private static final Pattern CIDR =
      Pattern.compile("(?i)(?:^|.*[.\\]])[a-z0-9]*cidr[a-z0-9]*(?:\\[\\d+])?");

  @Override
  public String reason() {
    return "Addresses are never changed nor used again, and an opening lets others in: see that"
        + " this is what you mean.";
  }

  @Override
  public List<Finding> inStack(StackDelta delta) {
    return delta
        .resources()
        .filter(each -> each.action() != Action.CREATE && each.action() != Action.DELETE)
        .flatMap(
            each ->
                each.differences().stream()
                    .filter(difference -> CIDR.matcher(difference.path()).matches())
                    .map(
                        difference ->
                            danger(
                                each.urn(), each.shown() + ": " + difference.words(), List.of())))
        .toList();
  }
}
