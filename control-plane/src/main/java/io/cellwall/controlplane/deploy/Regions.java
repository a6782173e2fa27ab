package io.cellwall.controlplane.deploy;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Where a stack has resources.
 *
 * @param own its region
 * @param others regions of its zone that it has copies in
 * @param copying the services that have copies there; all of them where this is empty
 */
public record Regions(String own, List<String> others, SortedSet<String> copying) {

  public Regions {
    others = List.copyOf(others);
    // Sorted: plans are compared as texts from one run to the next.
    copying = Collections.unmodifiableSortedSet(new TreeSet<>(copying));
  }

  /** The regions that a service is called in. */
  public List<String> of(String service) {
    return copying.isEmpty() || copying.contains(service)
        ? Stream.concat(Stream.of(own), others.stream()).toList()
        : List.of(own);
  }
}
