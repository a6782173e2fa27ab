package io.cellwall.edge.zone;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.edge.Rehearsal;
import io.cellwall.edge.Rehearsal.Declared;
import io.cellwall.edge.SampleFleet;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Zone;
import java.util.List;
import java.util.Optional;
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
                    "aws:kms/key:Key")
                .stream()
                .filter(key -> key.name().contains("home-cells")))
        .hasSize(2)
        .allSatisfy(
            key -> {
              assertThat(key.name()).isEqualTo("edge-eu-home-cells-" + key.region());
              assertThat(key.input("multiRegion")).isEqualTo("false");
              assertThat(key.input("enableKeyRotation")).isEqualTo("true");
              assertThat(key.input("policy"))
                  .contains("dynamodb." + key.region() + ".amazonaws.com")
                  .contains("role/edge-" + key.region() + "-router")
                  .doesNotContain("\"Principal\":\"*\"");
            });
  }

  @Test
  void should_admit_to_each_replica_the_routers_of_its_region_only() {
    // WHEN
    List<Declared> policies =
        ofType(
            Rehearsal.of(SampleFleet.plan(zone("eu-west-1", "eu-west-1", "eu-north-1"))),
            "aws:dynamodb/resourcePolicy:ResourcePolicy");
    // THEN
    assertThat(policies)
        .hasSize(2)
        .allSatisfy(
            policy -> {
              String other = policy.region().equals("eu-west-1") ? "eu-north-1" : "eu-west-1";
              assertThat(policy.input("resourceArn"))
                  .isEqualTo(
                      "arn:aws:dynamodb:%s:111111111111:table/edge-eu-home-cells"
                          .formatted(policy.region()));
              assertThat(policy.input("policy"))
                  .contains("edge-" + policy.region() + "-router")
                  .doesNotContain("edge-" + other + "-router");
            });
  }

  @Test
  void should_let_nobody_but_the_placement_write_and_that_in_the_writer_region() {
    HomeCellTablePlan table =
        SampleFleet.plan(zone("eu-west-1", "eu-west-1", "eu-north-1")).homeCells();
    assertThat(policy(table, "eu-west-1"))
        .contains("\"Sid\":\"PlaceTenants\"", "\"Sid\":\"NobodyElseWrites\"");
    assertThat(policy(table, "eu-north-1"))
        .contains("\"Sid\":\"WriteInTheWriterRegionOnly\"")
        .doesNotContain("PlaceTenants");
  }

  private static String policy(HomeCellTablePlan table, String region) {
    return requireNonNull(table.policies().get(Region.parse(region))).json();
  }

  @Test
  void should_have_no_group_before_admission_and_one_for_each_admitted_edge() {
    Zone zone = zone("eu-west-1", "eu-west-1", "eu-north-1");
    String type = "aws:globalaccelerator/endpointGroup:EndpointGroup";
    assertThat(ofType(Rehearsal.of(SampleFleet.plan(zone)), type)).isEmpty();
    assertThat(ofType(Rehearsal.of(SampleFleet.plan(SampleFleet.admitted(zone))), type))
        .extracting(group -> group.input("endpointGroupRegion"))
        .containsExactly("eu-north-1", "eu-west-1");
  }

  @Test
  void should_listen_on_443_only_and_log_flows_into_the_zone() {
    List<Declared> declared = Rehearsal.of(SampleFleet.plan(zone("eu-west-1", "eu-west-1")));
    assertThat(ofType(declared, "aws:globalaccelerator/listener:Listener"))
        .singleElement()
        .satisfies(
            listener -> {
              assertThat(listener.input("protocol")).isEqualTo("TCP");
              assertThat(listener.input("portRanges"))
                  .isEqualTo("[{fromPort=443.0, toPort=443.0}]");
            });
    assertThat(ofType(declared, "aws:globalaccelerator/accelerator:Accelerator"))
        .singleElement()
        .extracting(accelerator -> accelerator.input("attributes"))
        .asString()
        .contains("flowLogsEnabled=true", "example-edge-eu-flow-logs-111111111111");
    assertThat(ofType(declared, "aws:s3/bucketV2:BucketV2"))
        .extracting(Declared::region)
        .containsOnly("eu-west-1");
  }

  @Test
  void should_make_the_key_of_dnssec_where_aws_wants_it_and_nothing_else_there() {
    assertThat(Rehearsal.of(SampleFleet.plan(zone("eu-west-1", "eu-west-1"))))
        .filteredOn(each -> each.region().equals("us-east-1-dnssec"))
        .extracting(Declared::type)
        .containsExactly("aws:kms/alias:Alias", "aws:kms/key:Key");
  }

  @Test
  void should_keep_the_last_signing_key_and_have_the_next_one_ready() {
    // GIVEN a zone after two rotations
    Zone zone = zone("eu-west-1", "eu-west-1");
    Zone rotated =
        new Zone(
            zone.name(),
            zone.regulations(),
            zone.regions(),
            zone.host(),
            zone.writerRegion(),
            zone.account(),
            zone.edges(),
            zone.approvedQuotas(),
            3,
            Optional.empty());
    // WHEN
    SigningKeysPlan keys = SampleFleet.plan(rotated).signingKeys();
    // THEN
    assertThat(keys.keys())
        .extracting(SigningKeysPlan.SigningKey::name)
        .containsExactly("edge-eu-signing-2", "edge-eu-signing-3", "edge-eu-signing-4");
    assertThat(keys.currentAlias().key()).isEqualTo("edge-eu-signing-3");
    assertThat(keys.nextAlias().key()).isEqualTo("edge-eu-signing-4");
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
