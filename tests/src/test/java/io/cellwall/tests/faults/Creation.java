package io.cellwall.tests.faults;

import io.cellwall.rehearsal.cloud.CloudObject;

/**
 * One creation of a stack: where a fault can strike.
 *
 * @param urn the resource's URN
 * @param type its type token
 * @param name its name
 */
record Creation(String urn, String type, String name) implements Comparable<Creation> {

  static Creation of(CloudObject object) {
    return new Creation(object.order().urn(), object.type(), object.order().name());
  }

  /** The fault that strikes there, as the rehearsal AWS reads it. */
  String fault(FaultKind kind) {
    return "%s:create:1:%s::%s".formatted(kind.text(), type, name);
  }

  @Override
  public int compareTo(Creation other) {
    return urn.compareTo(other.urn);
  }

  @Override
  public String toString() {
    return type + " " + name;
  }
}
