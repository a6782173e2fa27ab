package io.cellwall.policies.pack;

import io.cellwall.policies.rules.OwnershipRules;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.compute.ComputeRules;
import io.cellwall.policies.rules.data.DataRules;
import io.cellwall.policies.rules.edge.EdgeRules;
import io.cellwall.policies.rules.identity.IdentityRules;
import io.cellwall.policies.rules.messaging.MessagingRules;
import io.cellwall.policies.rules.network.NetworkRules;
import io.cellwall.policies.rules.observability.ObservabilityRules;
import io.cellwall.policies.rules.program.ProgramRules;
import io.cellwall.policies.rules.secret.SecretRules;
import io.cellwall.policies.rules.storage.StorageRules;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rules of the product, from the most to the least specific: where two find the same property
 * of the same resource, the first one speaks. So the families come first, and what holds of any
 * property of any type comes last.
 */
public final class Pack {

  private static final List<Rule> RULES =
      Stream.of(
              ProgramRules.rules(),
              NetworkRules.rules(),
              EdgeRules.rules(),
              IdentityRules.rules(),
              SecretRules.rules(),
              StorageRules.rules(),
              DataRules.rules(),
              MessagingRules.rules(),
              ComputeRules.rules(),
              ObservabilityRules.rules(),
              OwnershipRules.rules())
          .flatMap(Collection::stream)
          .toList();

  private Pack() {}

  /** All rules, in order. */
  public static List<Rule> rules() {
    return RULES;
  }
}
