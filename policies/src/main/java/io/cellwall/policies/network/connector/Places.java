package io.cellwall.policies.network.connector;

import inet.ipaddr.IPAddress;
import io.cellwall.policies.network.model.Reference;
import io.cellwall.policies.network.model.Resource;
import io.cellwall.policies.network.model.Resources;
import io.cellwall.policies.network.packet.Ranges;
import io.cellwall.policies.network.routing.Hubs;
import io.cellwall.policies.network.routing.Network;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds out where a property points. */
final class Places {

  private final Network network;

  Places(Network network) {
    this.network = network;
  }

  Resources resources() {
    return network.resources();
  }

  /** The place that a resource is. */
  static Place of(Resource resource) {
    return new Place.Owned(resource.stack(), resource.urn());
  }

  /**
   * Where a part points; nowhere if it names nothing, or derives from its own stack's resources
   * only.
   */
  List<Place> of(Resource from, Resource.Part part, Predicate<String> types) {
    Reference reference = resources().refer(from, part, types);
    if (!reference.resources().isEmpty()) {
      return reference.resources().stream().map(Places::of).toList();
    }
    if (reference instanceof Reference.Foreign foreign) {
      return List.of(named(from, foreign));
    }
    boolean harmless = reference.isAbsent() || resources().derivesFromWithin(from, part.property());
    return harmless ? List.of() : List.of(new Place.Unknown());
  }

  private Place named(Resource from, Reference.Foreign foreign) {
    // Named for certain, if not as a type that was looked for.
    Optional<Resource> other =
        resources().named(foreign.id()).stream()
            .filter(each -> !each.stack().equals(from.stack()))
            .findFirst();
    if (resources().named(foreign.id()).stream()
        .anyMatch(each -> each.stack().equals(from.stack()))) {
      return new Place.Owned(from.stack(), from.urn());
    }
    if (other.isPresent()) {
      return of(other.get());
    }
    return Ranges.parse(foreign.id())
        .map(address -> at(from.stack(), address))
        .orElseGet(() -> new Place.Foreign(Hubs.key(from, foreign)));
  }

  /** Whose address it is: that of the stack asking if it can be. */
  Place at(String stack, IPAddress address) {
    Ranges asked = Ranges.of(address);
    return network
        .owners()
        .find(asked, vpc -> vpc.resource().stack().equals(stack))
        .or(() -> network.owners().find(asked, vpc -> true))
        .map(vpc -> of(vpc.resource()))
        .orElseGet(() -> new Place.Foreign(address.toCanonicalString()));
  }

  /** The parts of a resource that a path means. */
  static List<Resource.Part> parts(Resource resource, String path) {
    String[] steps = path.split("\\.", -1);
    List<Resource.Part> parts = List.of(resource.part(plain(steps[0])));
    parts = spread(parts, steps[0]);
    for (int i = 1; i < steps.length; i++) {
      String step = steps[i];
      parts = spread(parts.stream().map(part -> part.at(plain(step))).toList(), step);
    }
    return parts;
  }

  private static String plain(String step) {
    return step.endsWith("[]") ? step.substring(0, step.length() - 2) : step;
  }

  private static List<Resource.Part> spread(List<Resource.Part> parts, String step) {
    return step.endsWith("[]")
        ? parts.stream().flatMap(part -> Resource.parts(part).stream()).toList()
        : parts;
  }
}
