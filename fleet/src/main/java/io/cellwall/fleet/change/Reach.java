package io.cellwall.fleet.change;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whom a change can reach, by the users of the inventory as it becomes, or as it was where a cell
 * goes.
 *
 * @param changedCells cells whose own stack changes
 * @param cells all cells that have a stack
 * @param atHome users at home in a cell whose own stack changes
 * @param onTheWay users who are not, but whose way to their cell goes through an edge that changes
 * @param all all users
 */
public record Reach(int changedCells, int cells, long atHome, long onTheWay, long all) {

  /**
   * The reach of a change of these stacks.
   *
   * @param changed names of the stacks that come, go or change
   */
  public static Reach of(Collection<String> changed, Inventory before, Inventory after) {
    Set<String> cells = new TreeSet<>();
    Set<String> own = new TreeSet<>();
    long atHome = 0;
    long onTheWay = 0;
    for (String name : union(before, after)) {
      Cell cell = cell(name, before, after);
      cells.add(name);
      if (changed.contains(name)) {
        own.add(name);
        atHome += cell.users();
      } else if (changed.stream().anyMatch(stack -> leadsTo(stack, cell, after))) {
        onTheWay += cell.users();
      }
    }
    return new Reach(own.size(), cells.size(), atHome, onTheWay, after.users());
  }

  /** Users whose home cell, or whose way to it, a stack is. */
  public static long usersOf(String stack, Inventory before, Inventory after) {
    return union(before, after).stream()
        .map(name -> cell(name, before, after))
        .filter(cell -> cell.name().toString().equals(stack) || leadsTo(stack, cell, after))
        .mapToLong(Cell::users)
        .sum();
  }

  private static Set<String> union(Inventory before, Inventory after) {
    Set<String> names = new TreeSet<>();
    for (Inventory each : new Inventory[] {before, after}) {
      each.cells().values().stream()
          .filter(cell -> cell.state().hasStack())
          .forEach(cell -> names.add(cell.name().toString()));
    }
    return names;
  }

  private static Cell cell(String name, Inventory before, Inventory after) {
    StackName.OfCell cell = (StackName.OfCell) StackName.parse(name);
    return after
        .cell(cell.cell())
        .or(() -> before.cell(cell.cell()))
        .orElseThrow(() -> new IllegalArgumentException("no inventory has the cell " + name));
  }

  // The accelerator may send anybody to the routers of any region of the zone: so what changes in
  // one region's edge can be on the way of all users of the zone.
  private static boolean leadsTo(String stack, Cell cell, Inventory inventory) {
    return stack.equals("global-edge")
        || stack.equals("edge-" + cell.zone())
        || inventory.zones().containsKey(cell.zone())
            && inventory.zoneOf(cell).edges().keySet().stream()
                .anyMatch(region -> stack.equals("edge-" + region));
  }

  /** A number of users as people read it: {@code 78,000 users (7.8 %)}. */
  public String words(long users) {
    return all == 0
        ? "no users"
        : String.format(Locale.ROOT, "%,d users (%s %%)", users, percent(users));
  }

  private String percent(long users) {
    double share = 100.0 * users / all;
    String text = String.format(Locale.ROOT, "%.1f", share);
    return users > 0 && text.equals("0.0") ? "< 0.1" : text.replaceAll("\\.0$", "");
  }
}
