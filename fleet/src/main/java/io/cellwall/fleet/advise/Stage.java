package io.cellwall.fleet.advise;

/** How far a platform has come. The order is the order of effort. */
public enum Stage {
  /** One cluster and one database in each residency zone, in one region. */
  SINGLE_CLUSTER("single cluster", "one cluster and one database in one region of each zone"),
  /** Clusters that are changed one after the other, on one database. */
  MULTI_CLUSTER("multi-cluster", "two clusters, changed one after the other, on one database"),
  /** A second region that takes over. */
  MULTI_REGION(
      "multi-region", "a second region of each zone with a copy of the data, which takes over"),
  /** Independent stacks, each with a share of the users and its own data. */
  MULTI_CELL(
      "multi-cell", "cells: each with its share of the users, its own data, cluster and account");

  private final String words;
  private final String meaning;

  Stage(String words, String meaning) {
    this.words = words;
    this.meaning = meaning;
  }

  /** Its name in words. */
  public String words() {
    return words;
  }

  /** What it is. */
  public String meaning() {
    return meaning;
  }
}
