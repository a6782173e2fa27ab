package io.cellwall.edge;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.cellwall.regions.model.Zone;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What each kind of zone edge declares, as files under {@code src/test/resources/golden}. {@code
 * ./mvnw test -Dgolden.rewrite=true} rewrites them; review the difference.
 */
class ZoneEdgeGoldenTest {

  static Stream<Arguments> variants() {
    return Stream.of(
        arguments(
            "two-edges-of-three-regions",
            SampleFleet.zone(
                "eu",
                "111111111111",
                "eu-central-1",
                List.of("eu-west-1", "eu-central-1", "eu-north-1"),
                List.of("eu-west-1", "eu-central-1"))),
        arguments(
            "one-region",
            SampleFleet.zone(
                "in", "222222222222", "ap-south-1", List.of("ap-south-1"), List.of("ap-south-1"))),
        arguments(
            "gov",
            SampleFleet.zone(
                "gov",
                "333333333333",
                "us-gov-west-1",
                List.of("us-gov-west-1", "us-gov-east-1"),
                List.of("us-gov-west-1", "us-gov-east-1"))));
  }

  @ParameterizedTest
  @MethodSource("variants")
  void should_declare_what_the_golden_file_says(String variant, Zone zone) throws IOException {
    // GIVEN
    Path golden =
        Path.of(System.getProperty("cellwall.root"), "global-edge/src/test/resources/golden")
            .resolve(variant + ".txt");
    // WHEN
    String declared =
        Rehearsal.of(SampleFleet.plan(zone)).stream()
            .map(Rehearsal.Declared::describe)
            .collect(joining());
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, declared);
    }
    // THEN
    assertThat(declared).isEqualTo(Files.readString(golden));
  }
}
