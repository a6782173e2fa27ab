package io.cellwall.edge.region;

import io.cellwall.wiring.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What calls for a person. The routers check each cell by its endpoint and count; Route 53's health
 * checks could not: their checkers stand all over the world, and cells have no public address.
 *
 * @param topic the topic's name
 * @param alarms the alarms on the routers' own counts
 */
public record RegionAlarmsPlan(String topic, List<Alarm> alarms) {

  /** The namespace of the routers' counts. */
  public static final String NAMESPACE = "Cellwall/Edge";

  public RegionAlarmsPlan {
    alarms = List.copyOf(alarms);
  }

  /**
   * An alarm, when the metric is below the threshold (or above it) for three minutes running.
   *
   * @param name its name
   * @param description what it means
   * @param metric the metric
   * @param dimensions what the metric is of
   * @param comparison as CloudWatch spells it
   * @param threshold the limit
   */
  public record Alarm(
      String name,
      String description,
      String metric,
      SortedMap<String, String> dimensions,
      String comparison,
      double threshold) {
    public Alarm {
      dimensions = Collections.unmodifiableSortedMap(new TreeMap<>(dimensions));
    }
  }

  static RegionAlarmsPlan of(Place place, CellDoorsPlan doors) {
    List<Alarm> alarms = new ArrayList<>();
    alarms.add(
        new Alarm(
            place.named("snapshot-age"),
            "The last snapshot of the home-cell table is older than a quarter of an hour",
            "SnapshotAgeSeconds",
            of("edge", place.name()),
            "GreaterThanThreshold",
            900));
    alarms.add(
        new Alarm(
            place.named("lookup-failures"),
            "More than one look-up in a hundred finds neither the table nor a snapshot",
            "LookupFailurePercent",
            of("edge", place.name()),
            "GreaterThanThreshold",
            1));
    doors
        .doors()
        .forEach(
            door ->
                alarms.add(
                    new Alarm(
                        door.name() + "-unhealthy",
                        "The routers have taken the cell out: fewer than half of their checks pass",
                        "CellHealthyPercent",
                        of("cell", door.cell()),
                        "LessThanThreshold",
                        50)));
    return new RegionAlarmsPlan(place.named("alarms"), alarms);
  }

  private static SortedMap<String, String> of(String key, String value) {
    TreeMap<String, String> dimensions = new TreeMap<>();
    dimensions.put(key, value);
    return dimensions;
  }
}
