package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.Region;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cells with a copy of their backups, of every size and in every partition. */
class DataPlanProperties {

  private static final JsonMapper JSON = new JsonMapper();

  private record Regions(String home, String copy) {}

  @Provide
  Arbitrary<Cell> copied() {
    return Combinators.combine(
            Arbitraries.of(
                new Regions("eu-west-1", "eu-central-1"),
                new Regions("ap-southeast-2", "ap-southeast-4"),
                new Regions("us-gov-west-1", "us-gov-east-1"),
                new Regions("cn-northwest-1", "cn-north-1")),
            Arbitraries.integers().between(1, 99),
            Arbitraries.of(CellSize.class),
            Arbitraries.integers().between(2, 6))
        .as(
            (regions, number, size, zones) ->
                SampleFleet.withBackupCopy(
                    size,
                    Region.parse(regions.copy()),
                    SampleFleet.cell(
                        "%s-cell-%02d".formatted(regions.home(), number),
                        "111111111111",
                        "10.7.0.0/18",
                        NatGateways.NONE,
                        SampleFleet.zones(zones))));
  }

  @Property(tries = 50)
  void should_stay_within_the_limits_of_aws(@ForAll("copied") Cell cell) {
    CellPlan plan = SampleFleet.plan(cell);
    // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/CHAP_Limits.html
    assertThat(plan.data().database().name()).matches("[a-z][a-z0-9-]{0,62}");
    assertThat(plan.data().database().instances())
        .allSatisfy(instance -> assertThat(instance.identifier()).matches("[a-z][a-z0-9-]{0,62}"));
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html
    assertThat(plan.data().cache().name()).matches("[a-z][a-z0-9-]{0,39}");
    assertThat(plan.data().cache().nodes()).isBetween(2, 6);
    assertThat(plan.data().cache().users())
        .allSatisfy(user -> assertThat(user.name()).matches("[a-z][a-z0-9-]{0,39}"));
    assertThat(plan.data().cache().userGroup()).matches("[a-z][a-z0-9-]{0,39}");
    // https://docs.aws.amazon.com/aws-backup/latest/devguide/API_CreateBackupVault.html
    assertThat(plan.backup().vault().name()).matches("[a-zA-Z0-9-_]{2,50}");
    // https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
    assertThat(plan.boundary().policy().json()).hasSizeLessThanOrEqualTo(6_144);
    assertThat(plan.backup().role().permissions().orElseThrow().json())
        .hasSizeLessThanOrEqualTo(10_240);
    assertThat(plan.backup().role().trust().json()).hasSizeLessThanOrEqualTo(2_048);
  }

  @Property(tries = 50)
  void should_name_the_other_region_in_boundary_and_backup_only(@ForAll("copied") Cell cell) {
    // GIVEN
    JsonNode plan = JSON.readTree(JSON.writeValueAsString(SampleFleet.plan(cell)));
    String other = cell.backupCopyTo().orElseThrow().code();
    // WHEN
    Set<String> parts =
        plan.properties().stream()
            .filter(part -> texts(part.getValue()).anyMatch(text -> text.contains(other)))
            .map(part -> part.getKey())
            .collect(Collectors.toSet());
    // THEN
    assertThat(parts).containsExactlyInAnyOrder("boundary", "backup");
  }

  @Property(tries = 50)
  void should_name_its_own_account_and_partition_only(@ForAll("copied") Cell cell) {
    CellPlan plan = SampleFleet.plan(cell);
    String own = "arn:" + cell.region().partition() + ":";
    for (Object part :
        List.of(plan.logs(), plan.data(), plan.backup(), plan.observability(), plan.descriptor())) {
      assertThat(texts(JSON.readTree(JSON.writeValueAsString(part))))
          .isNotEmpty()
          .allSatisfy(
              text -> {
                assertThat(text.replaceAll("\\barn:[a-z-]+:", own)).isEqualTo(text);
                assertThat(text.replaceAll("\\b[0-9]{12}\\b", "111111111111")).isEqualTo(text);
              });
    }
  }

  private static Stream<String> texts(JsonNode node) {
    return node.isContainer()
        ? node.valueStream().flatMap(DataPlanProperties::texts)
        : Stream.of(node.asString(""));
  }
}
