package io.cellwall.regions.model;

import java.util.Locale;

/** What can fail, from the smallest to what crosses every wall. The order is the order of print. */
public enum Failure {
  /** One machine of a cluster. */
  NODE("one machine of a cluster"),
  /** One availability zone, for every stack that stands in it. */
  AVAILABILITY_ZONE("one availability zone, for every stack in it"),
  /** One cluster, and with it its cell. */
  CLUSTER("one cluster, and with it its cell"),
  /** One region, with its cells and its edge. */
  REGION("one region, with its cells and its edge"),
  /** A wrong change of what is declared, deployed as it is. */
  CONFIGURATION("a wrong change, deployed as it is"),
  /** Data that is corrupt or deleted. */
  DATA("data that is corrupt or deleted"),
  /** Something that several stacks rest on. */
  DEPENDENCY("something that several stacks rest on"),
  /** A tenant that takes what is meant for all. */
  NOISY_NEIGHBOUR("a tenant that takes what is meant for all");

  private final String words;

  Failure(String words) {
    this.words = words;
  }

  /** What fails, in words. */
  public String words() {
    return words;
  }

  /** Its name in tables: {@code availability zone}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Its key in {@code fleet.yaml}: {@code availabilityZone}. */
  public String key() {
    StringBuilder key = new StringBuilder();
    for (String word : label().split(" ", -1)) {
      key.append(
          key.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
    }
    return key.toString();
  }
}
