package io.cellwall.fleet.quotas;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.QuotaCode;
import java.math.BigDecimal;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The virtual CPUs of managed node groups at their largest. They are a quota that a new account
 * meets first, since its default is five.
 */
final class NodeCounts {

  private static final QuotaCode ON_DEMAND = QuotaCode.parse("L-1216C47A");
  private static final QuotaCode SPOT = QuotaCode.parse("L-34B43A08");

  // Standard families only; m7i.2xlarge is family m, twice the 4 virtual CPUs of an xlarge.
  private static final Pattern STANDARD =
      Pattern.compile(
          "[acdhimrtz][0-9][a-z0-9-]*\\.(?:([0-9]*)xlarge|(large|medium|small|micro|nano))");

  private NodeCounts() {}

  static void count(Declared group, Home home, Tally tally) {
    BigDecimal most =
        Declared.number(group.fields("scalingConfig"), "maxSize").orElse(BigDecimal.ZERO);
    long cpus = 0;
    for (Value type : group.items("instanceTypes")) {
      if (type.bare() instanceof Value.Text text) {
        // Which type a group takes is decided when it grows: the largest counts.
        cpus = Math.max(cpus, cpusOf(text.value()).orElse(0));
      }
    }
    if (cpus > 0) {
      tally.add(
          home, group.has("capacityType", "SPOT") ? SPOT : ON_DEMAND, "", cpus * most.longValue());
    }
  }

  /** The virtual CPUs of an instance type of a standard family; empty for any other. */
  static OptionalLong cpusOf(String instanceType) {
    Matcher matcher = STANDARD.matcher(instanceType);
    if (!matcher.matches()) {
      return OptionalLong.empty();
    }
    String times = matcher.group(1);
    if (times == null) {
      return OptionalLong.of(2);
    }
    return OptionalLong.of(times.isEmpty() ? 4 : 4 * Long.parseLong(times));
  }
}
