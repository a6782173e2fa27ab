package io.cellwall.fleet.controlplane;

/** What the change of a property does to its resource. */
enum Effect {
  UPDATES(""),
  REPLACES("  replaces the resource"),
  NOT_KNOWN("  may replace the resource");

  private final String words;

  Effect(String words) {
    this.words = words;
  }

  /** What stands behind the change for people; nothing for a plain update. */
  String words() {
    return words;
  }
}
