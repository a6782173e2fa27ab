package io.cellwall.policies.network.connector;

import io.cellwall.policies.graph.Value;
import java.util.Set;

/**
 * A property that, by naming a resource, makes a connector to it.
 *
 * @param type the type that has the property
 * @param path where it is: {@code vpcs[].vpcId} is a field of each item of a list
 * @param targets the types it can name; none means any
 * @param kind what connector it makes
 * @param from the property that names the near end; empty for the resource itself
 */
record Wire(String type, String path, Set<String> targets, Connector.Kind kind, String from) {

  boolean canName(String target) {
    return targets.isEmpty() || targets.contains(target);
  }

  /** The name of the input that the path begins with. */
  String property() {
    return Value.Fields.first(path);
  }
}
