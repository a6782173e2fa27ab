package io.cellwall.regions.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.Zone;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.reading.InventoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EdgeAdmissionTest {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("cellwall.root"), "regions/inventory");

  private static final StackName ZONE = StackName.parse("edge-in");
  private static final StackName REGION = StackName.parse("edge-ap-south-1");

  private static final String OF_ZONE =
      """
      {"schemaVersion": 1, "stack": "edge-in", "zone": "in", "region": "ap-south-1",
       "account": "856999016815",
       "facts": {"nameServers": ["ns-1.awsdns-01.org"],
        "delegationSigner": "50663 13 2 %s"}}
      """
          .formatted("AB".repeat(32));

  private static final String OF_REGION =
      """
      {"schemaVersion": 1, "stack": "edge-ap-south-1", "zone": "in", "region": "ap-south-1",
       "account": "215358989651",
       "facts": {
        "loadBalancer": "arn:aws:elasticloadbalancing:ap-south-1:215358989651:loadbalancer/app/e/0123456789abcdef",
        "attachment": "arn:aws:globalaccelerator::215358989651:attachment/693a0f2d-3ae1-151d-e75e-4c8bcdc3b462",
        "certificateRecord": {"name": "_a.in.api.acme.example", "target": "_b.c.acm-validations.aws"},
        "cellNameServers": ["ns-2.awsdns-02.org"]}}
      """;

  @TempDir Path directory;

  @BeforeEach
  void copyExampleWithoutFactsOfTheZone() throws IOException {
    try (Stream<Path> walk = Files.walk(EXAMPLE)) {
      for (Path from : walk.filter(Files::isRegularFile).toList()) {
        Path to = directory.resolve(EXAMPLE.relativize(from).toString());
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
    }
    Path file = directory.resolve("zones/in.yaml");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.indexOf("\nfacts:") + 1));
  }

  private AdmissionOutcome judge(StackName stack, String descriptor) throws IOException {
    return EdgeAdmission.judge(
        directory,
        stack,
        EdgeDescriptorJson.read(descriptor, stack),
        Source.ofFile("descriptor.json"));
  }

  private List<String> refusals(StackName stack, String descriptor) throws IOException {
    AdmissionOutcome outcome = judge(stack, descriptor);
    assertThat(outcome.file()).isEmpty();
    return outcome.findings().stream()
        .filter(Finding::blocks)
        .map(finding -> finding.rule() + ": " + finding.message())
        .toList();
  }

  @Test
  void should_record_the_facts_of_both_kinds_of_edges_and_nothing_else() throws IOException {
    // GIVEN
    Inventory before = InventoryReader.read(directory).inventory().orElseThrow();

    // WHEN
    judge(ZONE, OF_ZONE).file().orElseThrow().write();
    judge(REGION, OF_REGION).file().orElseThrow().write();

    // THEN
    Inventory after = InventoryReader.read(directory).inventory().orElseThrow();
    Zone zone = Objects.requireNonNull(before.zones().get(ZoneName.parse("in")));
    var ofZone = (EdgeDescriptor.OfZone) EdgeDescriptorJson.read(OF_ZONE, ZONE);
    var ofRegion = (EdgeDescriptor.OfRegion) EdgeDescriptorJson.read(OF_REGION, REGION);
    assertThat(zone.facts()).isEmpty();
    assertThat(after)
        .isEqualTo(
            before.with(zone.with(ofZone.facts()).with(ofRegion.region(), ofRegion.facts())));
    assertThat(judge(REGION, OF_REGION).file().orElseThrow().isChange()).isFalse();
  }

  @Test
  void should_say_everything_in_which_descriptor_and_inventory_differ() throws IOException {
    assertThat(
            refusals(
                REGION,
                OF_REGION
                    .replace("\"account\": \"215358989651\"", "\"account\": \"111111111111\"")
                    .replace("\"zone\": \"in\"", "\"zone\": \"eu\"")
                    .replace("\"ns-2.awsdns-02.org\"", "")))
        .containsExactly(
            "DescriptorMismatch: the descriptor's account is 111111111111; the inventory's is"
                + " 215358989651",
            "DescriptorMismatch: the descriptor's facts.cellNameServers lists 0; the hosted zone of"
                + " the cells is in ap-south-1",
            "DescriptorMismatch: the descriptor's zone is eu; the inventory's is in");
    assertThat(
            refusals(
                ZONE, OF_ZONE.replace("\"region\": \"ap-south-1\"", "\"region\": \"eu-west-1\"")))
        .containsExactly(
            "DescriptorMismatch: the descriptor's region is eu-west-1; the inventory's is"
                + " ap-south-1");
    assertThat(refusals(StackName.parse("edge-sa"), OF_ZONE))
        .containsExactly("EdgeUnknown: edge-sa is not in the inventory");
  }

  @Test
  void should_refuse_what_validation_would_refuse() throws IOException {
    assertThat(
            refusals(
                REGION,
                OF_REGION.replace(":215358989651:loadbalancer", ":215358989652:loadbalancer")))
        .singleElement()
        .asString()
        .startsWith("EdgeFactsOfAnother: edges.ap-south-1.facts.loadBalancer is arn:aws:");
    assertThat(refusals(ZONE, OF_ZONE.replace("50663 13 2", "50663 8 2")))
        .singleElement()
        .asString()
        .startsWith("WrongValue: ");
  }

  @Test
  void should_refuse_a_text_that_is_no_descriptor() {
    assertThatThrownBy(() -> EdgeDescriptorJson.read(OF_ZONE, REGION))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("facts.");
    assertThatThrownBy(
            () -> EdgeDescriptorJson.read(OF_ZONE.replace("\"edge-in\"", "\"edge-eu\""), ZONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("stack is edge-eu; by zone and region it must be edge-in");
    assertThatThrownBy(() -> EdgeDescriptorJson.read(OF_ZONE.replace("n\": 1", "n\": 2"), ZONE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("schemaVersion is 2; it must be 1");
  }
}
