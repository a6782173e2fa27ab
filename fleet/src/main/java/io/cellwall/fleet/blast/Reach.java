package io.cellwall.fleet.blast;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Failure;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How far one failure goes.
 *
 * <p>A cell is <em>exposed</em> if something that its users need fails. It is <em>reached</em> if
 * nothing that was found brings its users back before what failed is repaired or restored. What
 * could not be decided counts as reached.
 *
 * @param failure the kind of failure
 * @param what what fails: one node group, one region, one table
 * @param exposed the cells whose users need it
 * @param reached those of them that nothing contains
 * @param interruption how long exposed users that are not reached may wait; empty if none do
 * @param containments what stands against it, and where that is seen
 * @param path from what fails to the users
 * @param undecided what could not be decided
 */
public record Reach(
    Failure failure,
    String what,
    SortedSet<CellName> exposed,
    SortedSet<CellName> reached,
    String interruption,
    List<Containment> containments,
    List<String> path,
    List<String> undecided) {

  public Reach {
    exposed = Collections.unmodifiableSortedSet(new TreeSet<>(exposed));
    reached = Collections.unmodifiableSortedSet(new TreeSet<>(reached));
    containments = List.copyOf(containments);
    path = List.copyOf(path);
    undecided = List.copyOf(undecided);
    if (!exposed.containsAll(reached)) {
      throw new IllegalArgumentException(what + " reaches cells that are not exposed to it");
    }
  }

  /** A failure that nothing contains: who is exposed is reached. */
  public static Reach uncontained(
      Failure failure, String what, Collection<CellName> cells, List<String> path) {
    SortedSet<CellName> all = new TreeSet<>(cells);
    return new Reach(failure, what, all, all, "", List.of(), path, List.of());
  }

  /** The same, with these containments, which shorten the repair or keep others out. */
  public Reach with(List<Containment> more) {
    return new Reach(failure, what, exposed, reached, interruption, more, path, undecided);
  }

  /** The same, reaching everybody who is exposed, because this could not be decided. */
  public Reach butUndecided(List<String> why) {
    return new Reach(failure, what, exposed, exposed, "", containments, path, why);
  }

  /** Tells whether something could not be decided. */
  public boolean isUndecided() {
    return !undecided.isEmpty();
  }
}
