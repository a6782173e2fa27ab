package io.cellwall.policies.iam.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.z3.Status;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** The engine against Z3. */
class SecondOpinionProperties {

  private static final int MILLISECONDS = 5_000;

  @Provide
  Arbitrary<SmallWorld> worlds() {
    return SmallWorld.any();
  }

  @Property(tries = 2000, shrinking = ShrinkingMode.BOUNDED)
  void should_agree_with_z3(@ForAll("worlds") SmallWorld world) {
    // GIVEN
    Status opinion;
    try (Z3Opinion z3 = new Z3Opinion(world)) {
      opinion = z3.ask(MILLISECONDS);
    }
    // WHEN
    AccessVerdict verdict = world.verdict();
    // THEN
    Statistics.collect(opinion, verdict.getClass().getSimpleName());
    if (opinion == Status.SATISFIABLE) {
      assertThat(verdict).isNotInstanceOf(AccessVerdict.Proven.class);
    } else if (opinion == Status.UNSATISFIABLE && !hasSeveralValues(verdict)) {
      assertThat(verdict).isNotInstanceOf(AccessVerdict.Witness.class);
    }
  }

  /** A key with several values at once is beyond what was told to Z3. */
  private static boolean hasSeveralValues(AccessVerdict verdict) {
    return verdict instanceof AccessVerdict.Witness witness
        && witness.context().values().stream()
            .anyMatch(value -> value.startsWith("[") && value.contains(", "));
  }
}
