package io.cellwall.fleet.blast;

import java.util.ArrayList;
import java.util.List;

/** Paths from what fails to the users, through what does not contain it. */
final class Paths {

  private Paths() {}

  /** What fails, the first gap or what could not be decided, and the users. */
  static List<String> of(String what, Checks checks, String users) {
    List<String> path = new ArrayList<>();
    path.add(what);
    path.addAll(checks.gaps());
    path.addAll(checks.open());
    if (path.size() == 1) {
      path.add("nothing that has no second");
    }
    path.add(users);
    return path;
  }
}
