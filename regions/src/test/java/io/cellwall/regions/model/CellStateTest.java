package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CellStateTest {

  @Test
  void should_allow_these_transitions_and_no_others() {
    // GIVEN
    List<String> allowed = new ArrayList<>();

    // WHEN
    for (CellState from : CellState.values()) {
      for (CellState to : CellState.values()) {
        if (from != to && from.mayBecome(to)) {
          allowed.add(from + " to " + to);
        }
      }
    }

    // THEN
    assertThat(allowed)
        .containsExactly(
            "PLANNED to PROVISIONING",
            "PLANNED to RETIRED",
            "PROVISIONING to PLANNED",
            "PROVISIONING to ACTIVE",
            "PROVISIONING to RETIRED",
            "ACTIVE to DRAINING",
            "DRAINING to ACTIVE",
            "DRAINING to RETIRED");
  }

  @ParameterizedTest
  @EnumSource(CellState.class)
  void should_allow_a_cell_to_stay_as_it_is(CellState state) {
    assertThat(state.mayBecome(state)).isTrue();
  }

  @Test
  void should_serve_only_between_admission_and_the_end() {
    assertThat(CellState.values())
        .filteredOn(CellState::serves)
        .containsExactly(CellState.ACTIVE, CellState.DRAINING);
    assertThat(CellState.values())
        .filteredOn(state -> !state.hasStack())
        .containsExactly(CellState.RETIRED);
  }
}
