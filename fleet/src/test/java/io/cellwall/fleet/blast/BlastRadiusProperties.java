package io.cellwall.fleet.blast;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.Failure;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;

class BlastRadiusProperties {

  @Provide
  Arbitrary<List<Long>> users() {
    return Arbitraries.longs().between(0, 200_000).list().ofMinSize(1).ofMaxSize(8);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void should_not_raise_the_cells_share_when_a_cell_is_split(
      @ForAll("users") List<Long> users,
      @ForAll @IntRange(max = 7) int which,
      @ForAll @LongRange(max = 200_000) long moved) {
    // GIVEN a fleet, and the same with some users of one cell in a new one
    int from = which % users.size();
    long some = Math.min(moved, users.get(from));
    List<Long> split = new ArrayList<>(users);
    split.set(from, users.get(from) - some);
    split.add(some);

    // WHEN, THEN
    assertThat(new SmallFleet(split).radius().share(Failure.CLUSTER))
        .isLessThanOrEqualTo(new SmallFleet(users).radius().share(Failure.CLUSTER));
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void should_not_lower_the_dependencies_share_when_two_become_one(
      @ForAll("users") List<Long> users, @ForAll @Size(8) List<@IntRange(max = 3) Integer> keys) {
    // GIVEN cells that rest on four keys, and the same on three
    SmallFleet four = new SmallFleet(users);
    SmallFleet three = new SmallFleet(users);
    for (int i = 0; i < users.size(); i++) {
      four.rests(i, "key-" + keys.get(i));
      three.rests(i, "key-" + Math.min(2, keys.get(i)));
    }

    // WHEN, THEN
    assertThat(three.radius().share(Failure.DEPENDENCY))
        .isGreaterThanOrEqualTo(four.radius().share(Failure.DEPENDENCY));
  }

  @Property(tries = 50)
  void should_reach_the_users_of_all_who_share_a_thing(@ForAll("users") List<Long> users) {
    // GIVEN a key that all cells rest on
    SmallFleet fleet = new SmallFleet(users);
    for (int i = 0; i < users.size(); i++) {
      fleet.rests(i, "shared");
    }

    // WHEN, THEN
    assertThat(fleet.radius().users(Failure.DEPENDENCY))
        .isEqualTo(users.stream().mapToLong(Long::longValue).sum());
    assertThat(new SmallFleet(users).radius().users(Failure.DEPENDENCY)).isZero();
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void should_reach_at_least_a_cell_and_at_most_everybody(@ForAll("users") List<Long> users) {
    BlastRadius radius = new SmallFleet(users).radius();
    long largest = users.stream().mapToLong(Long::longValue).max().orElse(0);
    assertThat(radius.users(Failure.CLUSTER)).isEqualTo(largest);
    for (Failure failure : Failure.values()) {
      assertThat(radius.users(failure)).isBetween(0L, radius.population().all());
      radius
          .row(failure)
          .reaches()
          .forEach(reach -> assertThat(reach.exposed()).containsAll(reach.reached()));
    }
  }
}
