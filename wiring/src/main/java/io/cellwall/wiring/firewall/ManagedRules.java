package io.cellwall.wiring.firewall;

import java.util.List;

/**
 * A rule group of AWS. AWS keeps its version: a pinned one expires, and then blocks changes of the
 * web ACL.
 *
 * @param name its name
 * @param onlyCounted rules of it that count and do not block
 * @see <a
 *     href="https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-list.html">Rule
 *     groups of AWS</a>
 */
public record ManagedRules(String name, List<String> onlyCounted) {

  public ManagedRules {
    onlyCounted = List.copyOf(onlyCounted);
  }

  /** A rule group of which every rule blocks. */
  public static ManagedRules blocking(String name) {
    return new ManagedRules(name, List.of());
  }
}
