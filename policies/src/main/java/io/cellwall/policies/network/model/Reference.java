package io.cellwall.policies.network.model;

import java.util.List;
import java.util.Optional;

/** What a property that names another resource turns out to name. */
public sealed interface Reference {

  /** Resources of the graphs; more than one where it can be any of them. */
  record Found(List<Resource> resources) implements Reference {
    public Found {
      resources = List.copyOf(resources);
    }
  }

  /** An id that no resource of any graph has. */
  record Foreign(String id) implements Reference {}

  /** Not known yet, and nothing says what it derives from. */
  record Unknown() implements Reference {}

  /** Nothing is named. */
  record Absent() implements Reference {}

  /** The resources named, as far as they are known. */
  default List<Resource> resources() {
    return this instanceof Found found ? found.resources() : List.of();
  }

  /** The only resource it can be. */
  default Optional<Resource> only() {
    return resources().size() == 1 ? Optional.of(resources().get(0)) : Optional.empty();
  }

  /** Whether nothing is named. */
  default boolean isAbsent() {
    return this instanceof Absent;
  }
}
