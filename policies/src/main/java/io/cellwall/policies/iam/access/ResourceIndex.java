package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.principal.Actor;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Many resources, indexed by who may have anything to do with them: their own account, and whom
 * their policies name. So one cell's principals are compared with what concerns them, and not with
 * every resource of a fleet.
 */
public final class ResourceIndex {

  private final Map<String, List<Resource>> byAccount = new LinkedHashMap<>();
  private final Map<String, List<Resource>> naming = new LinkedHashMap<>();
  private final List<Resource> open = new ArrayList<>();

  private ResourceIndex() {}

  /** Indexes the resources. */
  public static ResourceIndex of(List<Resource> resources) {
    ResourceIndex index = new ResourceIndex();
    resources.forEach(index::add);
    return index;
  }

  private void add(Resource resource) {
    Addressees addressees = Addressees.of(resource);
    if (resource.account().isEmpty() || addressees.anybody()) {
      open.add(resource);
      return;
    }
    byAccount.computeIfAbsent(resource.account().get(), key -> new ArrayList<>()).add(resource);
    Stream.concat(addressees.accounts().stream(), addressees.others().stream())
        .forEach(name -> naming.computeIfAbsent(name, key -> new ArrayList<>()).add(resource));
  }

  /** The resources that the actor may have anything to do with. */
  public List<Resource> concerning(Actor actor) {
    if (actor instanceof Actor.Service || actor instanceof Actor.Federated) {
      String name =
          actor instanceof Actor.Service ? actor.id() : ((Actor.Federated) actor).provider();
      return Stream.concat(naming.getOrDefault(name, List.of()).stream(), open.stream()).toList();
    }
    if (actor instanceof Actor.Anonymous) {
      return List.copyOf(open);
    }
    if (actor.account().isEmpty()) {
      return Stream.concat(byAccount.values().stream().flatMap(List::stream), open.stream())
          .toList();
    }
    String account = actor.account().get();
    return Stream.of(
            byAccount.getOrDefault(account, List.of()),
            naming.getOrDefault(account, List.of()),
            open)
        .flatMap(List::stream)
        .distinct()
        .toList();
  }
}
