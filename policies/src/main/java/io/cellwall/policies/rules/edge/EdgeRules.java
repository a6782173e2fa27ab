package io.cellwall.policies.rules.edge;

import io.cellwall.policies.rules.Rule;
import java.util.List;

/** The rules of this family, from the most to the least specific. */
public final class EdgeRules {

  private EdgeRules() {}

  /** The rules, in order. */
  public static List<Rule> rules() {
    return List.of(new OpenEndpointService(), new EdgeLocations());
  }
}
