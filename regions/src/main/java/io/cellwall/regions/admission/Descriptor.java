package io.cellwall.regions.admission;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellFacts;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a cell says it is. The cell publishes it in its own account once it is built.
 *
 * @param cell its name
 * @param zone the residency zone whose data it holds
 * @param region the region it lies in
 * @param account the account it lies in
 * @param release the release that built it
 * @param fingerprint what the release's templates were, 8 to 128 letters, digits or {@code :._-}
 * @param endpoints where its parts answer, by the name of the part; for people and dashboards
 * @param facts what AWS made up when it was built
 */
public record Descriptor(
    CellName cell,
    ZoneName zone,
    Region region,
    AccountId account,
    Release release,
    String fingerprint,
    SortedMap<String, String> endpoints,
    CellFacts facts) {

  private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-Za-z:._-]{8,128}");

  public Descriptor {
    endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(endpoints)));
    if (!FINGERPRINT.matcher(fingerprint).matches()) {
      throw new IllegalArgumentException(
          "\"" + fingerprint + "\" is not a fingerprint: 8 to 128 letters, digits or :._-");
    }
  }
}
