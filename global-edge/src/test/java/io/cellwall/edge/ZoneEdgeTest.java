package io.cellwall.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.edge.Rehearsal.Declared;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.util.List;
import org.junit.jupiter.api.Test;

class ZoneEdgeTest {

  private static final List<String> EU = List.of("eu-west-1", "eu-central-1", "eu-north-1");

  private static Zone zone(String writer, String... edges) {
    return SampleFleet.zone("eu", "111111111111", writer, EU, List.of(edges));
  }

  private static List<Declared> ofType(List<Declared> declared, String type) {
    return declared.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  @Test
  void should_replicate_the_table_to_every_other_edge_and_nowhere_else() {
    // WHEN
    List<Declared> declared =
        Rehearsal.of(SampleFleet.plan(zone("eu-west-1", "eu-west-1", "eu-north-1")));
    // THEN
    assertThat(ofType(declared, "aws:dynamodb/table:Table"))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.region()).isEqualTo("eu-west-1");
              assertThat(table.input("replicas"))
                  .contains("regionName=eu-north-1", "edge-eu-home-cells-eu-north-1 (arn)")
                  .doesNotContain("eu-central-1", "eu-west-1");
            });
  }

  @Test
  void should_write_in_the_writer_region_though_it_has_no_edge() {
    ZoneEdgePlan plan = SampleFleet.plan(zone("eu-west-1", "eu-north-1"));
    assertThat(plan.homeCells().writerRegion()).hasToString("eu-west-1");
    assertThat(plan.homeCells().replicaRegions()).hasToString("[eu-north-1]");
    assertThat(plan.regions()).hasToString("[eu-north-1, eu-west-1]");
  }

  @Test
  void should_encrypt_the_table_in_each_region_with_a_key_of_that_region() {
    assertThat(
            ofType(
                Rehearsal.of(SampleFleet.plan(zone("eu-west-1", "eu-west-1", "eu-north-1"))),
                "aws:kms/key:Key"))
        .hasSize(2)
        .allSatisfy(
            key -> {
              assertThat(key.name()).isEqualTo("edge-eu-home-cells-" + key.region());
              assertThat(key.input("multiRegion")).isEqualTo("false");
              assertThat(key.input("enableKeyRotation")).isEqualTo("true");
              assertThat(key.input("policy"))
                  .contains("dynamodb." + key.region() + ".amazonaws.com")
                  .contains("arn:aws:iam::111111111111:root")
                  .doesNotContain("\"Principal\":\"*\"");
            });
  }

  @Test
  void should_keep_the_table_recoverable_and_hard_to_delete() {
    assertThat(
            ofType(
                Rehearsal.of(SampleFleet.plan(zone("eu-west-1", "eu-west-1"))),
                "aws:dynamodb/table:Table"))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.input("deletionProtectionEnabled")).isEqualTo("true");
              assertThat(table.input("pointInTimeRecovery")).isEqualTo("{enabled=true}");
              assertThat(table.input("billingMode")).isEqualTo("PAY_PER_REQUEST");
              assertThat(table.input("streamEnabled")).isEqualTo("true");
            });
  }

  @Test
  void should_share_no_name_between_two_zones() {
    // GIVEN
    Zone eu = zone("eu-west-1", "eu-west-1");
    Zone us =
        SampleFleet.zone(
            "us", "222222222222", "us-east-1", List.of("us-east-1"), List.of("us-east-1"));
    // THEN
    assertThat(names(us)).isNotEmpty().doesNotContainAnyElementsOf(names(eu));
  }

  private static List<String> names(Zone zone) {
    return Rehearsal.of(SampleFleet.plan(zone)).stream().map(Declared::name).toList();
  }

  @Test
  void should_declare_the_same_resources_in_a_preview() {
    // GIVEN
    ZoneEdgePlan plan = SampleFleet.plan(zone("eu-west-1", "eu-west-1", "eu-north-1"));
    // THEN
    assertThat(Rehearsal.of(plan, plan.regions(), true))
        .extracting(Declared::name)
        .isEqualTo(Rehearsal.of(plan).stream().map(Declared::name).toList());
  }

  @Test
  void should_refuse_a_replica_outside_the_zone() {
    Zone zone =
        SampleFleet.zone("eu", "111111111111", "eu-west-1", EU, List.of("eu-west-1", "eu-west-2"));
    assertThatThrownBy(() -> SampleFleet.plan(zone))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "the home-cell table of zone eu may not lie in eu-west-2, which is not one of its"
                + " regions [eu-central-1, eu-north-1, eu-west-1]");
  }

  @Test
  void should_refuse_a_zone_of_another_inventory() {
    Zone eu = zone("eu-west-1", "eu-west-1");
    Zone same = zone("eu-north-1", "eu-west-1");
    assertThatThrownBy(() -> ZoneEdgePlan.of(SampleFleet.inventory(same), eu))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("eu is not a zone of this inventory");
  }

  @Test
  void should_refuse_to_do_without_a_provider() {
    ZoneEdgePlan plan = SampleFleet.plan(zone("eu-west-1", "eu-west-1", "eu-north-1"));
    assertThatThrownBy(() -> Rehearsal.of(plan, List.of(Region.parse("eu-west-1")), false))
        .hasStackTraceContaining(
            "edge-eu has resources in [eu-north-1] and got no provider for them");
  }
}
