package io.cellwall.fleet.blast;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.Optional;

/** Limits on what one caller may ask of a firewall. */
final class Limits {

  private Limits() {}

  /** The most requests that one address may make before it is blocked, if there is such a rule. */
  static Optional<Integer> ofClient(Declared firewall) {
    for (Value rule : firewall.items("rules")) {
      if (rule.bare() instanceof Value.Fields fields
          && Declared.fields(fields, "action").values().containsKey("block")) {
        Optional<BigDecimal> limit =
            Declared.number(
                Declared.fields(Declared.fields(fields, "statement"), "rateBasedStatement"),
                "limit");
        if (limit.isPresent()) {
          return limit.map(BigDecimal::intValue);
        }
      }
    }
    return Optional.empty();
  }
}
