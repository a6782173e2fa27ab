package io.cellwall.controlplane.deploy;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a stack has resources.
 *
 * @param own its region
 * @param others regions of its zone that it has copies in
 * @param copying the services that have copies there; all of them where this is empty
 */
public record Regions(String own, List<String> others, Set<String> copying) {

  public Regions {
    others = List.copyOf(others);
    copying = Set.copyOf(copying);
  }

  /** The regions that a service is called in. */
  public List<String> of(String service) {
    return copying.isEmpty() || copying.contains(service)
        ? Stream.concat(Stream.of(own), others.stream()).toList()
        : List.of(own);
  }
}
