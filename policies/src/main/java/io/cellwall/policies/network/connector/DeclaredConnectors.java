package io.cellwall.policies.network.connector;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * The connectors that the inventory declares. All others that cross a wall are violations.
 *
 * @param privateLinks who reaches whom by PrivateLink: the edge of a zone its cells
 * @param accounts the stacks of each account, beyond what the stacks' providers say
 * @param services the stack of each endpoint service, by the service's full name, as the inventory
 *     records it; for services of stacks whose graph is not at hand
 */
public record DeclaredConnectors(
    Set<PrivateLink> privateLinks,
    Map<String, SortedSet<String>> accounts,
    Map<String, String> services) {

  /**
   * One stack may reach another's endpoint service.
   *
   * @param consumer name of the stack that has the endpoint
   * @param provider name of the stack that has the service
   */
  public record PrivateLink(String consumer, String provider) {}

  public DeclaredConnectors {
    privateLinks = Set.copyOf(privateLinks);
    accounts = Collections.unmodifiableMap(new TreeMap<>(accounts));
    services = Map.copyOf(services);
  }

  /** Nothing is declared: each connector that crosses is a violation. */
  public static DeclaredConnectors none() {
    return new DeclaredConnectors(Set.of(), Map.of(), Map.of());
  }

  /** These links, and nothing further known. */
  public static DeclaredConnectors privateLinks(Set<PrivateLink> links) {
    return new DeclaredConnectors(links, Map.of(), Map.of());
  }

  /** Whether the inventory declares a connector. */
  public boolean declares(Connector connector) {
    return switch (connector.kind()) {
      case PRIVATE_LINK -> declares(connector.from().owner(), providerOf(connector.to()));
      case PRIVATE_LINK_OFFER -> offered(connector);
      default -> false;
    };
  }

  private Optional<String> providerOf(Place place) {
    return place instanceof Place.Foreign foreign
        ? Optional.ofNullable(services.get(foreign.id()))
        : place.owner();
  }

  private boolean declares(Optional<String> consumer, Optional<String> provider) {
    return consumer.isPresent()
        && provider.isPresent()
        && privateLinks.contains(new PrivateLink(consumer.get(), provider.get()));
  }

  // Every stack of the account must be one that may: the account is what the service admits.
  private boolean offered(Connector connector) {
    return connector.to() instanceof Place.Principal principal
        && !principal.stacks().isEmpty()
        && principal.stacks().stream()
            .allMatch(
                consumer ->
                    consumer.equals(connector.stack())
                        || declares(Optional.of(consumer), Optional.of(connector.stack())));
  }
}
