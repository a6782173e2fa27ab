package io.cellwall.fleet.graph;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import java.util.List;
import java.util.Optional;

/**
 * Where a resource is made.
 *
 * @param account the account
 * @param region the region
 */
public record Home(AccountId account, Region region) {

  /** What the resource's provider says; empty where it has none or the provider leaves it open. */
  public static Optional<Home> of(Declared resource) {
    return resource.node().provider().stream()
        .flatMap(urn -> resource.graph().find(urn).stream())
        .flatMap(provider -> of(provider).stream())
        .findFirst();
  }

  private static Optional<Home> of(Node provider) {
    List<Value> accounts = Declared.items(provider.inputs(), "allowedAccountIds");
    Optional<String> region = provider.inputs().text("region").filter(Region::isRegion);
    if (region.isEmpty()
        || accounts.size() != 1
        || !(accounts.get(0).bare() instanceof Value.Text account)) {
      return Optional.empty();
    }
    return Optional.of(new Home(AccountId.parse(account.value()), Region.parse(region.get())));
  }
}
