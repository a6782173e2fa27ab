package io.cellwall.edge.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.cellwall.edge.Rehearsal;
import io.cellwall.edge.Rehearsal.Declared;
import io.cellwall.edge.SampleFleet;
import io.cellwall.regions.admission.EdgeDescriptor;
import io.cellwall.regions.admission.EdgeDescriptorJson;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellState;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegionEdgeTest {

  private static final Region IRELAND = Region.parse("eu-west-1");

  private static final Zone EU =
      SampleFleet.admitted(
          SampleFleet.zone(
              "eu",
              "111111111110",
              "eu-central-1",
              List.of("eu-west-1", "eu-central-1"),
              List.of("eu-west-1", "eu-central-1")));

  private static RegionEdgePlan plan(Zone zone, Cell... cells) {
    Inventory inventory = SampleFleet.inventory(List.of(zone), List.of(cells));
    return RegionEdgePlan.of(inventory, zone, IRELAND);
  }

  private static Cell cell(String name, CellState state) {
    return SampleFleet.cell(name, "eu", state, new FailurePolicy.FailFast());
  }

  // The table of the README.
  @ParameterizedTest
  @CsvSource({
    "PLANNED, 0, false",
    "PROVISIONING, 0, false",
    "ACTIVE, 1, true",
    "DRAINING, 1, false",
    "RETIRED, 0, false"
  })
  void should_reach_a_cell_as_its_state_says(CellState state, int doors, boolean newTenants) {
    // WHEN
    RegionEdgePlan plan = plan(EU, cell("eu-west-1-cell-01", state));
    // THEN
    assertThat(plan.cells().doors()).hasSize(doors);
    assertThat(plan.routers().routes().cells()).hasSize(doors);
    assertThat(plan.routers().routes().cells())
        .allSatisfy(route -> assertThat(route.newTenants()).isEqualTo(newTenants));
    assertThat(plan.alarms().alarms()).hasSize(2 + doors);
  }

  @Test
  void should_delegate_to_a_cell_before_it_serves_and_in_one_region_only() {
    Cell[] cells = {
      cell("eu-west-1-cell-01", CellState.PROVISIONING),
      cell("eu-west-1-cell-02", CellState.PLANNED),
      cell("eu-west-1-cell-03", CellState.RETIRED)
    };
    assertThat(plan(EU, cells).cells().directory()).isEmpty();
    Inventory inventory = SampleFleet.inventory(List.of(EU), List.of(cells));
    assertThat(RegionEdgePlan.of(inventory, EU, Region.parse("eu-central-1")).cells().directory())
        .hasValueSatisfying(
            directory ->
                assertThat(directory.delegations())
                    .extracting(each -> each.host().value())
                    .containsExactly("eu-west-1-cell-01.eu.cells.example.com"));
  }

  @Test
  void should_reach_a_cell_of_another_region_of_the_zone_by_naming_that_region() {
    // WHEN
    List<Declared> endpoints =
        Rehearsal.only(
            Rehearsal.of(
                plan(
                    EU,
                    cell("eu-west-1-cell-01", CellState.ACTIVE),
                    cell("eu-central-1-cell-01", CellState.ACTIVE))),
            "VpcEndpoint");
    // THEN
    assertThat(endpoints)
        .filteredOn(each -> each.name().contains("-to-"))
        .extracting(Declared::name, each -> each.input("serviceRegion"))
        .containsExactly(
            tuple("edge-eu-west-1-to-eu-central-1-cell-01", "eu-central-1"),
            tuple("edge-eu-west-1-to-eu-west-1-cell-01", ""));
  }

  @Test
  void should_stand_where_the_cell_stands_in_its_own_region() {
    assertThat(plan(EU, cell("eu-west-1-cell-01", CellState.ACTIVE)).cells().doors())
        .singleElement()
        .extracting(CellDoorsPlan.Door::subnets)
        .isEqualTo(List.of("edge-eu-west-1-endpoints-az1", "edge-eu-west-1-endpoints-az2"));
  }

  @Test
  void should_know_no_cell_of_another_zone() {
    // GIVEN
    Zone in =
        SampleFleet.zone(
            "in", "222222222220", "ap-south-1", List.of("ap-south-1"), List.of("ap-south-1"));
    Cell foreign =
        SampleFleet.cell(
            "ap-south-1-cell-01", "in", CellState.ACTIVE, new FailurePolicy.FailFast());
    // WHEN
    RegionEdgePlan plan =
        RegionEdgePlan.of(SampleFleet.inventory(List.of(EU, in), List.of(foreign)), EU, IRELAND);
    // THEN
    assertThat(plan.toString()).doesNotContain("ap-south-1", "222222222220");
  }

  @Test
  void should_tell_the_routers_what_to_do_while_a_cell_fails() {
    // GIVEN
    Cell paired =
        SampleFleet.cell(
            "eu-west-1-cell-01",
            "eu",
            CellState.ACTIVE,
            new FailurePolicy.Standby(
                CellName.parse("eu-central-1-cell-01"), FailurePolicy.Survives.REGION));
    // WHEN
    RegionEdgePlan plan = plan(EU, paired, cell("eu-central-1-cell-01", CellState.ACTIVE));
    // THEN
    assertThat(plan.routers().routes().json())
        .isEqualTo(
            "{\"schemaVersion\":1,\"zone\":\"eu\",\"region\":\"eu-west-1\",\"cells\":["
                + "{\"cell\":\"eu-central-1-cell-01\","
                + "\"host\":\"eu-central-1-cell-01.eu.cells.example.com\","
                + "\"newTenants\":true,\"whenUnhealthy\":\"fail-fast\",\"standby\":null},"
                + "{\"cell\":\"eu-west-1-cell-01\","
                + "\"host\":\"eu-west-1-cell-01.eu.cells.example.com\","
                + "\"newTenants\":true,\"whenUnhealthy\":\"standby\","
                + "\"standby\":\"eu-central-1-cell-01\"}]}");
  }

  @Test
  void should_open_no_listener_and_run_no_router_before_admission() {
    // GIVEN
    Zone fresh =
        SampleFleet.zone(
            "eu", "111111111110", "eu-west-1", List.of("eu-west-1"), List.of("eu-west-1"));
    // WHEN
    List<Declared> declared = Rehearsal.of(plan(fresh));
    // THEN
    assertThat(Rehearsal.only(declared, "Listener")).isEmpty();
    assertThat(Rehearsal.only(declared, "Service")).isEmpty();
    assertThat(Rehearsal.only(declared, "CrossAccountAttachment")).hasSize(1);
    assertThat(Rehearsal.only(declared, "Certificate")).hasSize(1);
  }

  @Test
  void should_speak_tls_1_3_and_run_images_by_digest_from_its_own_registry() {
    List<Declared> declared = Rehearsal.of(plan(EU));
    assertThat(Rehearsal.only(declared, "Listener"))
        .singleElement()
        .extracting(listener -> listener.input("sslPolicy"))
        .isEqualTo("ELBSecurityPolicy-TLS13-1-3-2021-06");
    assertThat(Rehearsal.only(declared, "TaskDefinition"))
        .singleElement()
        .extracting(task -> task.input("containerDefinitions"))
        .asString()
        .contains(
            "111111111111.dkr.ecr.eu-west-1.amazonaws.com/edge-eu-west-1/envoy@sha256:aaaa",
            "111111111111.dkr.ecr.eu-west-1.amazonaws.com/edge-eu-west-1/lookup@sha256:bbbb");
  }

  @Test
  void should_have_no_route_beyond_its_network() {
    List<Declared> declared = Rehearsal.of(plan(EU));
    assertThat(Rehearsal.only(declared, "RouteTable"))
        .singleElement()
        .extracting(table -> table.input("routes"))
        .isEqualTo("[]");
    assertThat(Rehearsal.only(declared, "Route")).isEmpty();
    assertThat(Rehearsal.only(declared, "NatGateway")).isEmpty();
  }

  @Test
  void should_refuse_a_region_without_edge() {
    assertThatThrownBy(
            () -> RegionEdgePlan.of(SampleFleet.inventory(EU), EU, Region.parse("eu-north-1")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("zone eu has no edge in eu-north-1");
  }

  @Test
  void should_publish_a_descriptor_that_admission_reads() {
    // GIVEN
    RegionEdgePlan plan = plan(EU);
    // WHEN
    Declared parameter =
        Rehearsal.of(plan).stream()
            .filter(each -> each.type().equals("aws:ssm/parameter:Parameter"))
            .findFirst()
            .orElseThrow();
    // THEN
    EdgeDescriptor read =
        EdgeDescriptorJson.read(parameter.input("value"), StackName.parse(plan.name()));
    assertThat(read.stack().value()).isEqualTo("edge-eu-west-1");
    assertThat(read.zone()).isEqualTo(EU.name());
    assertThat(read.account().value()).isEqualTo("111111111111");
  }
}
