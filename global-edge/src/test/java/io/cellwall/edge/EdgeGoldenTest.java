package io.cellwall.edge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.edge.Rehearsal.Declared;
import io.cellwall.edge.global.GlobalEdgePlan;
import io.cellwall.edge.region.RegionEdgePlan;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What each kind of edge declares, as files under {@code src/test/resources/golden}. {@code ./mvnw
 * test -Dgolden.rewrite=true} rewrites them; review the difference.
 */
class EdgeGoldenTest {

  private static final Zone EU =
      SampleFleet.admitted(
          SampleFleet.zone(
              "eu",
              "111111111110",
              "eu-central-1",
              List.of("eu-west-1", "eu-central-1", "eu-north-1"),
              List.of("eu-west-1", "eu-central-1")));

  private static final Zone IN =
      SampleFleet.zone(
          "in", "222222222220", "ap-south-1", List.of("ap-south-1"), List.of("ap-south-1"));

  private static final Inventory FLEET =
      SampleFleet.inventory(
          List.of(EU, IN),
          List.of(
              SampleFleet.cell(
                  "eu-west-1-cell-01", "eu", CellState.ACTIVE, new FailurePolicy.FailFast()),
              SampleFleet.cell(
                  "eu-north-1-cell-01",
                  "eu",
                  CellState.DRAINING,
                  new FailurePolicy.Standby(
                      CellName.parse("eu-west-1-cell-01"), FailurePolicy.Survives.REGION)),
              SampleFleet.cell(
                  "eu-west-1-cell-02", "eu", CellState.PROVISIONING, new FailurePolicy.Degraded()),
              SampleFleet.cell(
                  "ap-south-1-cell-01", "in", CellState.ACTIVE, new FailurePolicy.Degraded())));

  @Test
  void should_declare_an_admitted_zone_with_two_edges() throws IOException {
    compare("zone-admitted", Rehearsal.of(SampleFleet.plan(EU)));
  }

  @Test
  void should_declare_a_new_zone_of_one_region() throws IOException {
    compare("zone-new", Rehearsal.of(SampleFleet.plan(IN)));
  }

  @Test
  void should_declare_an_admitted_edge_of_a_region() throws IOException {
    compare(
        "region-admitted",
        Rehearsal.of(RegionEdgePlan.of(FLEET, EU, Region.parse("eu-central-1"))));
  }

  @Test
  void should_declare_a_new_edge_of_a_region() throws IOException {
    compare("region-new", Rehearsal.of(RegionEdgePlan.of(FLEET, IN, Region.parse("ap-south-1"))));
  }

  @Test
  void should_declare_the_global_edge() throws IOException {
    compare("global", Rehearsal.of(GlobalEdgePlan.of(FLEET)));
  }

  private static void compare(String variant, List<Declared> declared) throws IOException {
    // GIVEN
    Path golden =
        Path.of(System.getProperty("cellwall.root"), "global-edge/src/test/resources/golden")
            .resolve(variant + ".txt");
    // WHEN
    String text = declared.stream().map(Declared::describe).collect(joining());
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, text);
    }
    // THEN
    assertThat(text).isEqualTo(Files.readString(golden));
  }
}
