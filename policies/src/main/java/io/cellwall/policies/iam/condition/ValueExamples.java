package io.cellwall.policies.iam.condition;

import inet.ipaddr.IPAddress;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.PolicyText;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Values of a request that tell a condition's outcomes apart. */
public final class ValueExamples {

  private ValueExamples() {}

  /**
   * Values on both sides of what the operator asks for; none if the policy's value is not known.
   */
  public static List<String> of(Operator operator, PolicyText value, PolicyText.Variables known) {
    Optional<Glob> glob = value.narrowest(known, operator.hasWildcards());
    if (glob.isEmpty()) {
      return List.of();
    }
    String text = glob.get().example("x");
    return switch (operator.family()) {
      case NUMERIC -> ValueMatch.number(text).map(ValueExamples::around).orElse(List.of());
      case DATE -> ValueMatch.date(text).map(ValueExamples::around).orElse(List.of());
      case IP -> ValueMatch.network(text).map(ValueExamples::address).orElse(List.of());
      case BOOL -> List.of("true", "false");
      default -> glob.get().isLiteral() ? List.of(text) : List.of(glob.get().example(""), text);
    };
  }

  private static List<String> around(BigDecimal number) {
    return List.of(
        number.toPlainString(),
        number.subtract(BigDecimal.ONE).toPlainString(),
        number.add(BigDecimal.ONE).toPlainString());
  }

  private static List<String> around(Instant time) {
    return List.of(
        time.toString(), time.minusSeconds(1).toString(), time.plusSeconds(1).toString());
  }

  private static List<String> address(IPAddress network) {
    return List.of(
        network.getLower().withoutPrefixLength().toString(),
        network.isIPv4() ? "192.0.2.1" : "2001:db8::1");
  }
}
