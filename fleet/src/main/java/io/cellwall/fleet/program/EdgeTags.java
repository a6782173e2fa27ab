package io.cellwall.fleet.program;

import io.cellwall.regions.model.Fleet;
import io.cellwall.regions.model.Region;
import java.util.SortedMap;
import java.util.TreeMap;

/** The tags of everything that an edge stack makes. */
final class EdgeTags {

  private EdgeTags() {}

  /**
   * The tags.
   *
   * @param stack stands in the tag {@code cell}, so that bills and searches see edges as they see
   *     cells
   */
  static SortedMap<String, String> of(Fleet fleet, String stack, String zone, Region region) {
    TreeMap<String, String> tags = new TreeMap<>();
    tags.put("cell", stack);
    tags.put("zone", zone);
    tags.put("region", region.code());
    tags.put("release", fleet.release().value());
    tags.put("owner", fleet.owner());
    return tags;
  }
}
