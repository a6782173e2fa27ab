package io.cellwall.regions.quotas;

import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One quota as AWS publishes it.
 *
 * @param code its code in Service Quotas
 * @param service the code of its service in Service Quotas, such as {@code vpc}
 * @param name AWS's name of it
 * @param scope what it is counted for
 * @param usual the default in most regions
 * @param unusual the default in the regions where it differs
 * @param adjustable whether AWS raises it on request
 * @param source where AWS publishes it
 */
public record Quota(
    QuotaCode code,
    String service,
    String name,
    QuotaScope scope,
    long usual,
    SortedMap<Region, Long> unusual,
    boolean adjustable,
    URI source) {

  public Quota {
    if (code.isFixed() && adjustable) {
      throw new IllegalArgumentException(
          "quota " + code + " is adjustable; it must have the code of AWS, to ask for more");
    }
    unusual = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(unusual)));
  }

  /** What an account has in a region unless AWS has granted it something else. */
  public long defaultIn(Region region) {
    return unusual.getOrDefault(region, usual);
  }
}
