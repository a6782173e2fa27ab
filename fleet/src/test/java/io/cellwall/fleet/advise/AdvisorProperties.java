package io.cellwall.fleet.advise;

import static net.jqwik.api.RandomDistribution.uniform;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.TimeSpan;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class AdvisorProperties {

  private static final Figures FIGURES = Figures.shipped();
  private static final Advisor ADVISOR = new Advisor(FIGURES);

  @Provide
  Arbitrary<Asker> askers() {
    return Combinators.combine(
            Arbitraries.oneOf(
                Arbitraries.longs().between(1, 400_000).withDistribution(uniform()),
                Arbitraries.longs().between(1, 20_000_000).withDistribution(uniform())),
            slas(),
            Arbitraries.of(FIGURES.residencies()).set().ofMinSize(1).ofMaxSize(4),
            Arbitraries.integers().between(5, 200).withDistribution(uniform()).optional(0.3),
            Arbitraries.of("1s", "20s", "5m", "1d").map(TimeSpan::parse).optional(0.3),
            Arbitraries.of("5m", "10m", "12h").map(TimeSpan::parse).optional(0.3))
        .as(
            (users, sla, residencies, latency, rpo, rto) ->
                new Asker(
                    users,
                    sla(sla),
                    homes(List.copyOf(residencies), users),
                    latency,
                    rpo,
                    rto,
                    Asker.Assumed.USUAL));
  }

  /** Where the stages differ, all as likely: jqwik prefers small numbers. */
  @Provide
  Arbitrary<Integer> slas() {
    return Arbitraries.integers().between(998_500, 999_999).withDistribution(uniform());
  }

  private static BigDecimal sla(int tenThousandths) {
    return BigDecimal.valueOf(tenThousandths, 4);
  }

  private static List<Asker.Home> homes(List<Figures.Residency> residencies, long users) {
    List<Asker.Home> homes = new ArrayList<>();
    residencies.forEach(each -> homes.add(new Asker.Home(each, users / residencies.size())));
    return homes;
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_never_advise_less_for_more_users(
      @ForAll("askers") Asker asker, @ForAll @LongRange(min = 0, max = 20_000_000) long more) {
    Advice before = ADVISOR.advise(asker);
    Advice after = ADVISOR.advise(withUsers(asker, asker.users() + more));
    assertThat(after.stage()).isGreaterThanOrEqualTo(before.stage());
    // With so many cells that each mistake reaches few users, no standby may be needed any more.
    if (after.standbys() == before.standbys()) {
      assertThat(after.units()).isGreaterThanOrEqualTo(before.units());
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_never_advise_less_for_a_higher_sla(
      @ForAll("askers") Asker asker, @ForAll("slas") int other) {
    int sla = asker.sla().unscaledValue().intValue();
    Advice before = ADVISOR.advise(asker);
    Advice after =
        ADVISOR.advise(
            new Asker(
                asker.users(),
                sla(Math.max(sla, other)),
                asker.homes(),
                asker.latency(),
                asker.rpo(),
                asker.rto(),
                asker.assumed()));
    assertThat(after.stage()).isGreaterThanOrEqualTo(before.stage());
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_keep_every_zone_and_every_region_inside_its_zone(@ForAll("askers") Asker asker) {
    Advice advice = ADVISOR.advise(asker);
    assertThat(advice.zones()).hasSize(asker.homes().size());
    for (Advice.ZonePlan zone : advice.zones()) {
      assertThat(zone.home().residency().regions()).containsAll(zone.units().keySet());
      assertThat(zone.count()).isPositive();
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_say_of_every_need_whether_it_is_met(@ForAll("askers") Asker asker) {
    Advice advice = ADVISOR.advise(asker);
    assertThat(advice.unmet()).isEqualTo(advice.chosen().lacks());
    if (advice.unmet().isEmpty()) {
      double most = advice.chosen().arithmetic().availability() * 100;
      assertThat(most).isGreaterThanOrEqualTo(asker.sla().doubleValue());
      assertThat(advice.considered().stream().filter(each -> each.lacks().isEmpty()).findFirst())
          .contains(advice.chosen());
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void should_never_put_more_users_in_a_cell_than_it_and_its_partner_carry_alone(
      @ForAll("askers") Asker asker) {
    Advice advice = ADVISOR.advise(asker);
    if (advice.stage() == Stage.MULTI_CELL) {
      advice
          .zones()
          .forEach(
              zone ->
                  assertThat(zone.home().users())
                      .isLessThanOrEqualTo(
                          zone.count() * asker.assumed().usersPerCell(advice.standbys())));
    }
  }

  private static Asker withUsers(Asker asker, long users) {
    return new Asker(
        users,
        asker.sla(),
        homes(asker.homes().stream().map(Asker.Home::residency).toList(), users),
        asker.latency(),
        asker.rpo(),
        asker.rto(),
        asker.assumed());
  }
}
