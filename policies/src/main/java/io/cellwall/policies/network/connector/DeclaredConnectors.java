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
 * @param accelerators whose accelerator sends to whose load balancer: the edge of a zone to those
 *     of its regions
 * @param accounts the stacks of each account, beyond what the stacks' providers say
 * @param services the stack of each endpoint service, by the service's full name, and of each load
 *     balancer, by the last part of its ARN, as the inventory records it; for those of stacks whose
 *     graph is not at hand
 */
public record DeclaredConnectors(
    Set<PrivateLink> privateLinks,
    Set<Accelerator> accelerators,
    Map<String, SortedSet<String>> accounts,
    Map<String, String> services) {

  private static final String ATTACHMENT =
      "aws:globalaccelerator/crossAccountAttachment:CrossAccountAttachment::";

  /**
   * One stack may reach another's endpoint service.
   *
   * @param consumer name of the stack that has the endpoint
   * @param provider name of the stack that has the service
   */
  public record PrivateLink(String consumer, String provider) {}

  /**
   * One stack's accelerator may send to another's load balancer, and the other may let it.
   *
   * @param from name of the stack that has the accelerator
   * @param to name of the stack that has the load balancer
   */
  public record Accelerator(String from, String to) {}

  public DeclaredConnectors {
    privateLinks = Set.copyOf(privateLinks);
    accelerators = Set.copyOf(accelerators);
    accounts = Collections.unmodifiableMap(new TreeMap<>(accounts));
    services = Map.copyOf(services);
  }

  /** Nothing is declared: each connector that crosses is a violation. */
  public static DeclaredConnectors none() {
    return new DeclaredConnectors(Set.of(), Set.of(), Map.of(), Map.of());
  }

  /** These links, and nothing further known. */
  public static DeclaredConnectors privateLinks(Set<PrivateLink> links) {
    return new DeclaredConnectors(links, Set.of(), Map.of(), Map.of());
  }

  /** Whether the inventory declares a connector. */
  public boolean declares(Connector connector) {
    return switch (connector.kind()) {
      case PRIVATE_LINK -> declares(connector.from().owner(), ownerOf(connector.to()));
      case PRIVATE_LINK_OFFER -> offered(connector);
      case ACCELERATOR_ENDPOINT -> sends(connector.from().owner(), ownerOf(connector.to()));
      case RESOURCE_SHARE -> attached(connector);
      default -> false;
    };
  }

  private Optional<String> ownerOf(Place place) {
    return place instanceof Place.Foreign foreign
        ? Optional.ofNullable(services.get(foreign.id()))
        : place.owner();
  }

  private boolean declares(Optional<String> consumer, Optional<String> provider) {
    return consumer.isPresent()
        && provider.isPresent()
        && privateLinks.contains(new PrivateLink(consumer.get(), provider.get()));
  }

  private boolean sends(Optional<String> from, Optional<String> to) {
    return from.isPresent()
        && to.isPresent()
        && accelerators.contains(new Accelerator(from.get(), to.get()));
  }

  // The permission to point an accelerator here, which AWS calls an attachment; no other share.
  private boolean attached(Connector connector) {
    return connector.urn().contains(ATTACHMENT)
        && connector.to() instanceof Place.Principal principal
        && !principal.stacks().isEmpty()
        && principal.stacks().stream()
            .allMatch(from -> sends(Optional.of(from), Optional.of(connector.stack())));
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
