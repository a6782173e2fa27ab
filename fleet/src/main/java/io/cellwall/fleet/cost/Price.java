package io.cellwall.fleet.cost;

import io.cellwall.regions.model.Region;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one unit of something costs.
 *
 * @param id how charges name it: {@code nat-gateway}, {@code aurora-postgresql:db.r7g.large}
 * @param what the unit in words
 * @param per the time that the price is for
 * @param places the price by region, or by partition where all its regions have the same
 * @param source where AWS publishes it
 */
public record Price(
    String id, String what, Per per, SortedMap<String, BigDecimal> places, URI source) {

  public Price {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(places)));
  }

  /** The time that a price is for. */
  public enum Per {
    HOUR,
    MONTH
  }

  /** The price in a region, if it is known. */
  Optional<BigDecimal> in(Region region) {
    return Optional.ofNullable(places.get(region.code()))
        .or(() -> Optional.ofNullable(places.get(region.partition())));
  }
}
