package io.cellwall.fleet.program;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where, and as whom, a stack's resources are made.
 *
 * @param name logical name of the provider
 * @param region the one region it works in
 * @param account the only account it may work in; with credentials of another it refuses to start
 * @param tags tags that every resource gets which can have tags
 */
public record ProviderPlan(
    String name, Region region, AccountId account, SortedMap<String, String> tags) {

  public ProviderPlan {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(tags)));
  }
}
