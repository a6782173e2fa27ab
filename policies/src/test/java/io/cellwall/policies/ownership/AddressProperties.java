package io.cellwall.policies.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.judge.TestFleet;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Zone;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class AddressProperties {

  private final Inventory inventory = TestFleet.inventory();
  private final OwnerIndex index = new OwnerIndex(inventory);
  private final Home home = index.home("eu-west-1-cell-01").orElseThrow();

  @Property(tries = 500)
  void should_find_the_same_owners_as_a_look_at_every_block(
      @ForAll @IntRange(min = 0, max = 40) int second,
      @ForAll @IntRange(min = 0, max = 255) int third,
      @ForAll @IntRange(min = 0, max = 32) int length) {
    // GIVEN a block in or around the fleet's addresses
    long address =
        (10L << 24 | (long) second << 16 | (long) third << 8) >> (32 - length) << (32 - length);
    Cidr block =
        Cidr.parse(
            "%d.%d.%d.%d/%d"
                .formatted(
                    address >> 24 & 255,
                    address >> 16 & 255,
                    address >> 8 & 255,
                    address & 255,
                    length));
    // WHEN
    Set<String> found =
        index.ofAddresses(block, home).stream()
            .map(AddressProperties::name)
            .collect(Collectors.toSet());
    // THEN
    Stream<String> cells =
        inventory.cells().values().stream()
            .filter(cell -> !cell.name().toString().equals("eu-west-1-cell-01"))
            .filter(cell -> cell.cidr().overlaps(block))
            .map(Cell::name)
            .map(Object::toString);
    Stream<String> edges =
        inventory.zones().values().stream()
            .filter(zone -> zone.edges().values().stream().anyMatch(e -> e.cidr().overlaps(block)))
            .map(Zone::name)
            .map(Object::toString);
    assertThat(found).isEqualTo(Stream.concat(cells, edges).collect(Collectors.toSet()));
  }

  private static String name(Owner owner) {
    if (owner instanceof Owner.OtherCell cell) {
      return cell.cell().toString();
    }
    return owner instanceof Owner.OtherZone zone ? zone.zone().toString() : "eu";
  }
}
