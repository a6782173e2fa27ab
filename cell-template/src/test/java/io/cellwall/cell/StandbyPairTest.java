package io.cellwall.cell;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.cell.data.DatabaseRole;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.RecoveryClaim;
import io.cellwall.regions.model.StandbyCapacity;
import io.cellwall.regions.model.TimeSpan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cell and its standby in another region, with a database that both have. */
class StandbyPairTest {

  private static final String PRIMARY = "eu-west-1-cell-01";
  private static final String STANDBY = "eu-central-1-cell-01";

  private static RecoveryClaim claim(StandbyCapacity capacity) {
    return new RecoveryClaim(
        Optional.of(TimeSpan.parse("30s")), Optional.empty(), Optional.of(capacity));
  }

  private static Inventory fleet(StandbyCapacity capacity, String standbyAccount, boolean built) {
    Cell primary =
        SampleFleet.withStandby(
            CellName.parse(STANDBY),
            claim(capacity),
            SampleFleet.cell(
                PRIMARY, "111111111111", "10.16.0.0/18", NatGateways.NONE, SampleFleet.zones(3)));
    primary = SampleFleet.with(primary, CellSize.MEDIUM, primary.compute());
    primary = SampleFleet.withStandby(CellName.parse(STANDBY), claim(capacity), primary);
    Cell standby =
        SampleFleet.cell(
            STANDBY, standbyAccount, "10.17.0.0/18", NatGateways.NONE, SampleFleet.zones(3));
    if (built) {
      primary =
          SampleFleet.withStandby(
              CellName.parse(STANDBY), claim(capacity), SampleFleet.admitted(primary));
    }
    return SampleFleet.inventory(primary, standby);
  }

  private static CellPlan plan(Inventory fleet, String cell) {
    return CellPlan.of(fleet, fleet.cell(CellName.parse(cell)).orElseThrow());
  }

  private static List<Declared> databases(CellPlan plan) {
    return Rehearsal.of(plan).stream()
        .filter(each -> each.type().startsWith("aws:rds/") || each.type().contains("/secret"))
        .toList();
  }

  @Test
  void should_declare_what_the_golden_file_says() throws IOException {
    // GIVEN
    Inventory fleet = fleet(StandbyCapacity.WARM, "111111111111", /* built= */ true);
    Path golden =
        Path.of(
            System.getProperty("cellwall.root"),
            "cell-template/src/test/resources/golden/standby-pair.txt");
    // WHEN
    String declared =
        databases(plan(fleet, PRIMARY)).stream().map(Declared::describe).collect(joining())
            + "\n"
            + databases(plan(fleet, STANDBY)).stream().map(Declared::describe).collect(joining());
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, declared);
    }
    // THEN
    assertThat(declared).isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @CsvSource({"PILOT_LIGHT, 1", "WARM, 1", "FULL, 3"})
  void should_run_as_much_of_the_copy_as_the_capacity_says(
      StandbyCapacity capacity, int instances) {
    Inventory fleet = fleet(capacity, "111111111111", /* built= */ true);
    assertThat(plan(fleet, STANDBY).data().standbyDatabase())
        .hasValueSatisfying(copy -> assertThat(copy.instances()).hasSize(instances));
  }

  @Test
  void should_enforce_the_lag_that_is_promised_and_not_on_the_copy() {
    Inventory fleet = fleet(StandbyCapacity.FULL, "111111111111", /* built= */ true);
    assertThat(plan(fleet, PRIMARY).data().database().parameters())
        .containsEntry("rds.global_db_rpo", "30");
    assertThat(plan(fleet, STANDBY).data().standbyDatabase().orElseThrow().parameters())
        .doesNotContainKey("rds.global_db_rpo");
  }

  @Test
  void should_copy_nothing_before_the_partner_is_built() {
    Inventory fleet = fleet(StandbyCapacity.FULL, "111111111111", /* built= */ false);
    assertThat(plan(fleet, PRIMARY).data().database().role())
        .isEqualTo(new DatabaseRole.Primary(PRIMARY + "-global"));
    assertThat(plan(fleet, STANDBY).data().standbyDatabase()).isEmpty();
  }

  @Test
  void should_replicate_nothing_to_another_account() {
    Inventory fleet = fleet(StandbyCapacity.FULL, "222222222222", /* built= */ true);
    assertThat(plan(fleet, PRIMARY).data().database().role()).isEqualTo(new DatabaseRole.Alone());
    assertThat(plan(fleet, STANDBY).data().standbyDatabase()).isEmpty();
  }

  @Test
  void should_give_the_owner_of_a_replicated_database_a_password_that_kms_made_random() {
    // WHEN
    List<Declared> declared =
        databases(plan(fleet(StandbyCapacity.FULL, "111111111111", /* built= */ true), PRIMARY));
    // THEN
    String password = input(declared, "aws:rds/cluster:Cluster", "masterPassword");
    assertThat(password).matches("[A-Za-z0-9_-]{43}");
    assertThat(input(declared, "aws:secretsmanager/secretVersion:SecretVersion", "secretString"))
        .isEqualTo("{\"password\":\"" + password + "\",\"username\":\"cell_owner\"}");
  }

  private static String input(List<Declared> declared, String type, String key) {
    return declared.stream()
        .filter(each -> each.type().equals(type))
        .findFirst()
        .orElseThrow()
        .input(key);
  }
}
