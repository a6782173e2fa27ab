package io.cellwall.policies.rules.dns;

import io.cellwall.policies.rules.Rule;
import java.util.List;

/** The rules of this family, from the most to the least specific. */
public final class DnsRules {

  private DnsRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(new StrangerRecord(), new StrangerResolver());
  }
}
