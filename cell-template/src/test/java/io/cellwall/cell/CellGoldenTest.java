package io.cellwall.cell;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each kind of cell declares, as files under {@code src/test/resources/golden}. {@code ./mvnw
 * test -Dgolden.rewrite=true} rewrites them; review the difference.
 */
class CellGoldenTest {

  private static final String ACCOUNT = "111111111111";

  static Stream<Arguments> variants() {
    return Stream.of(
        arguments(
            "small-2-zones-single-nat",
            cell("eu-west-1-cell-01", "10.16.0.0/20", NatGateways.SINGLE, 2)),
        arguments(
            "medium-3-zones-nat-per-zone",
            SampleFleet.with(
                SampleFleet.admitted(
                    cell("eu-west-1-cell-02", "10.17.0.0/18", NatGateways.PER_ZONE, 3)),
                CellSize.MEDIUM,
                SampleFleet.compute(NodeProvisioning.NODE_GROUPS, Mesh.NONE))),
        arguments(
            "large-3-zones-no-nat",
            SampleFleet.with(
                cell("ap-south-1-cell-01", "10.18.0.0/16", NatGateways.NONE, 3),
                CellSize.LARGE,
                SampleFleet.compute(
                    NodeProvisioning.AUTO_MODE, Mesh.ISTIO_AMBIENT, "203.0.113.16/28"))),
        arguments(
            "gov-3-zones-nat-per-zone",
            cell("us-gov-west-1-cell-01", "10.19.0.0/16", NatGateways.PER_ZONE, 3)),
        arguments(
            "backup-copy-3-zones",
            SampleFleet.withBackupCopy(
                CellSize.MEDIUM,
                Region.parse("eu-central-1"),
                cell("eu-west-1-cell-04", "10.21.0.0/18", NatGateways.NONE, 3))),
        arguments(
            "china-2-zones-no-nat",
            cell("cn-north-1-cell-01", "10.20.0.0/16", NatGateways.NONE, 2)));
  }

  private static Cell cell(String name, String cidr, NatGateways nat, int zones) {
    return SampleFleet.cell(name, ACCOUNT, cidr, nat, SampleFleet.zones(zones));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void should_declare_what_the_golden_file_says(String variant, Cell cell) throws IOException {
    // GIVEN
    Path golden =
        Path.of(System.getProperty("cellwall.root"), "cell-template/src/test/resources/golden")
            .resolve(variant + ".txt");
    // WHEN
    String declared =
        Rehearsal.of(SampleFleet.plan(cell)).stream()
            .map(Rehearsal.Declared::describe)
            .collect(joining());
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, declared);
    }
    // THEN
    assertThat(declared).isEqualTo(Files.readString(golden));
  }
}
