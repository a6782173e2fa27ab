package io.cellwall.fleet.blast;

import java.util.ArrayList;
import java.util.List;

/** Collects what contains a failure, what does not, and what could not be decided. */
final class Checks {

  private final List<Containment> holding = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();
  private final List<String> undecided = new ArrayList<>();

  /** This stands against it, as that resource shows. */
  void holds(String what, String proof) {
    holding.add(new Containment(what, proof));
  }

  /** Nothing stands against it here. */
  void gap(String what) {
    gaps.add(what);
  }

  /** It cannot be told. */
  void undecided(String what) {
    undecided.add(what);
  }

  /** Takes over all that another collection holds. */
  void addAll(Checks others) {
    holding.addAll(others.holding);
    gaps.addAll(others.gaps);
    undecided.addAll(others.undecided);
  }

  /** Tells whether everything that was asked stands against the failure. */
  boolean contained() {
    return gaps.isEmpty() && undecided.isEmpty();
  }

  List<Containment> containments() {
    return List.copyOf(holding);
  }

  List<String> gaps() {
    return List.copyOf(gaps);
  }

  /** What could not be decided, where no gap decides it anyway. */
  List<String> open() {
    return gaps.isEmpty() ? List.copyOf(undecided) : List.of();
  }
}
