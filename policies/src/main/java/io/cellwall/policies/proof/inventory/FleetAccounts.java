package io.cellwall.policies.proof.inventory;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StandbyPair;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Whose an account is: one stack's alone, or that of the two cells of a standby pair. */
public final class FleetAccounts {

  /**
   * Who has an account.
   *
   * @param stack name of the stack
   * @param zone its zone; the global edge has none
   */
  public record Holder(String stack, Optional<ZoneName> zone) {

    /** Tells whether the boundary between the two is, or may be, a zone's. */
    public boolean isAcrossZones(Holder other) {
      return zone.isEmpty() || !zone.equals(other.zone);
    }
  }

  private final Set<Set<String>> pairs;
  private final Map<String, List<Holder>> byAccount = new LinkedHashMap<>();
  private final Map<String, Holder> byStack = new LinkedHashMap<>();
  private final Map<String, String> accounts = new LinkedHashMap<>();

  /** The accounts of an inventory, those of retired cells too. */
  public FleetAccounts(Inventory inventory) {
    this.pairs =
        inventory.pairs().stream()
            .filter(StandbyPair::oneAccount)
            .map(pair -> Set.of(pair.primary().toString(), pair.standby().toString()))
            .collect(Collectors.toUnmodifiableSet());
    for (Cell cell : inventory.cells().values()) {
      add(new StackName.OfCell(cell.name()), Optional.of(cell.zone()), cell.account().value());
    }
    for (Zone zone : inventory.zones().values()) {
      zone.edges()
          .forEach(
              (region, edge) ->
                  add(
                      new StackName.OfRegionEdge(region),
                      Optional.of(zone.name()),
                      edge.account().value()));
      add(new StackName.OfZoneEdge(zone.name()), Optional.of(zone.name()), zone.account().value());
    }
    add(
        new StackName.OfGlobalEdge(),
        Optional.empty(),
        inventory.fleet().globalEdge().account().value());
  }

  private void add(StackName stack, Optional<ZoneName> zone, String account) {
    Holder holder = new Holder(stack.value(), zone);
    byAccount.computeIfAbsent(account, key -> new ArrayList<>()).add(holder);
    byStack.put(stack.value(), holder);
    accounts.put(stack.value(), account);
  }

  /** Who has the account; nobody if it is none of the fleet's. */
  public List<Holder> holders(String account) {
    return List.copyOf(byAccount.getOrDefault(account, List.of()));
  }

  /** The holder that this stack is. */
  public Optional<Holder> stack(String name) {
    return Optional.ofNullable(byStack.get(name));
  }

  /** The account that the inventory gives to a stack. */
  public Optional<String> accountOf(String stack) {
    return Optional.ofNullable(accounts.get(stack));
  }

  /** Tells whether the inventory declares these two cells to be a pair of one account. */
  public boolean isPair(String one, String other) {
    return pairs.contains(Set.of(one, other));
  }

  /** The stacks of each account. */
  public SortedMap<String, SortedSet<String>> stacks() {
    SortedMap<String, SortedSet<String>> stacks = new TreeMap<>();
    byAccount.forEach(
        (account, holders) ->
            stacks.put(account, new TreeSet<>(holders.stream().map(Holder::stack).toList())));
    return Collections.unmodifiableSortedMap(stacks);
  }
}
