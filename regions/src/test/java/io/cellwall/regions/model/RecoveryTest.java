package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.model.Recovery.Objectives;
import io.cellwall.regions.model.Recovery.StandbyData;
import io.cellwall.regions.model.Recovery.Topology;
import org.junit.jupiter.api.Test;

class RecoveryTest {

  private static Objectives objectives(String rpo, String rto) {
    return new Objectives(TimeSpan.parse(rpo), TimeSpan.parse(rto));
  }

  @Test
  void should_promise_nothing_for_the_region_of_a_cell_that_is_alone_in_it() {
    Recovery recovery = Recovery.of(StandbyData.NONE, StandbyCapacity.FULL, /* copied= */ false);
    assertThat(recovery.topology()).isEqualTo(Topology.ACTIVE_ACTIVE_BY_SHARDING);
    assertThat(recovery.zoneLoss()).isEqualTo(objectives("0s", "2m"));
    assertThat(recovery.cellLoss()).isEqualTo(objectives("5m", "8h"));
    assertThat(recovery.regionLoss()).isEmpty();
  }

  @Test
  void should_promise_a_day_where_only_copies_of_backups_survive() {
    assertThat(Recovery.of(StandbyData.NONE, StandbyCapacity.FULL, /* copied= */ true).regionLoss())
        .contains(objectives("1d", "12h"));
  }

  @Test
  void should_promise_the_enforced_lag_and_the_takeover_to_a_pair_of_two_regions() {
    Recovery full = Recovery.of(StandbyData.REPLICATION, StandbyCapacity.FULL, /* copied= */ false);
    assertThat(full.topology()).isEqualTo(Topology.ACTIVE_PASSIVE);
    assertThat(full.regionLoss()).contains(objectives("20s", "10m"));
    Recovery pilot =
        Recovery.of(StandbyData.REPLICATION, StandbyCapacity.PILOT_LIGHT, /* copied= */ false);
    assertThat(pilot.topology()).isEqualTo(Topology.PILOT_LIGHT);
    assertThat(pilot.regionLoss()).contains(objectives("20s", "40m"));
  }

  @Test
  void should_promise_no_more_than_backups_to_a_pair_that_has_no_replication() {
    Recovery recovery = Recovery.of(StandbyData.BACKUPS, StandbyCapacity.FULL, /* copied= */ false);
    assertThat(recovery.topology()).isEqualTo(Topology.BACKUP_AND_RESTORE);
    assertThat(recovery.cellLoss()).isEqualTo(objectives("5m", "8h"));
    assertThat(recovery.regionLoss()).isEmpty();
  }

  @Test
  void should_read_and_write_lengths_of_time() {
    assertThat(TimeSpan.parse("90m")).isEqualTo(new TimeSpan(5400)).hasToString("90m");
    assertThat(TimeSpan.parse("24h")).hasToString("1d");
    assertThat(TimeSpan.parse("0s")).hasToString("0s");
    assertThatThrownBy(() -> TimeSpan.parse("1 day"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"1 day\" is not a length of time: a number and s, m, h or d, such as 15m");
  }

  @Test
  void should_say_why_each_global_service_sees_no_tenants_data() {
    assertThat(GlobalByDesign.values())
        .allSatisfy(
            each -> {
              assertThat(each.where()).isNotBlank();
              assertThat(each.reason()).isNotBlank();
              assertThat(each.types().isEmpty()).isEqualTo(each.region().isEmpty());
            });
    assertThat(GlobalByDesign.withRegion()).containsExactly(GlobalByDesign.DNSSEC_KEY);
  }
}
