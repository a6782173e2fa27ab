package io.cellwall.regions.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdmissionTest {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("cellwall.root"), "regions/inventory");

  private static final CellName CELL = CellName.parse("eu-north-1-cell-02");

  @TempDir Path directory;

  @BeforeEach
  void copyExample() throws IOException {
    try (Stream<Path> walk = Files.walk(EXAMPLE)) {
      for (Path from : walk.filter(Files::isRegularFile).toList()) {
        Path to = directory.resolve(EXAMPLE.relativize(from).toString());
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
    }
  }

  private AdmissionOutcome judge(CellName cell, String descriptor) throws IOException {
    return Admission.judge(
        directory, cell, DescriptorJson.read(descriptor), Source.ofFile("descriptor.json"));
  }

  private List<String> refusals(CellName cell, String descriptor) throws IOException {
    AdmissionOutcome outcome = judge(cell, descriptor);
    assertThat(outcome.file()).isEmpty();
    return outcome.findings().stream()
        .filter(Finding::blocks)
        .map(finding -> finding.rule() + ": " + finding.message())
        .toList();
  }

  @Test
  void should_record_the_facts_of_a_cell_that_is_provisioning_and_nothing_else()
      throws IOException {
    // GIVEN
    Path file = directory.resolve("cells/eu-north-1-cell-02.yaml");
    String before = Files.readString(file);

    // WHEN
    AdmittedFile admitted = judge(CELL, DescriptorJsonTest.TEXT).file().orElseThrow();
    assertThat(file).hasContent(before);
    admitted.write();

    // THEN
    assertThat(Files.readString(file))
        .isEqualTo(
            before
                + """
                facts:
                  endpointService: com.amazonaws.vpce.eu-north-1.vpce-svc-0123456789abcdef0
                  nameServers:
                    - ns-1.awsdns-01.org
                    - ns-2.awsdns-02.net
                """);
    Optional<Inventory> inventory = InventoryReader.read(directory).inventory();
    assertThat(inventory.flatMap(fleet -> fleet.cell(CELL)).flatMap(cell -> cell.facts()))
        .contains(DescriptorJson.read(DescriptorJsonTest.TEXT).facts());
    try (Stream<Path> files = Files.list(directory.resolve("cells"))) {
      assertThat(files).allMatch(each -> each.toString().endsWith(".yaml"));
    }
  }

  @Test
  void should_change_nothing_when_the_facts_are_recorded_already() throws IOException {
    // GIVEN
    judge(CELL, DescriptorJsonTest.TEXT).file().orElseThrow().write();

    // WHEN / THEN
    assertThat(judge(CELL, DescriptorJsonTest.TEXT).file().orElseThrow().isChange()).isFalse();
  }

  @Test
  void should_say_everything_in_which_descriptor_and_inventory_differ() throws IOException {
    // WHEN
    List<String> refusals =
        refusals(
            CELL,
            DescriptorJsonTest.TEXT
                .replace("\"eu-north-1-cell-02\"", "\"eu-west-1-cell-02\"")
                .replace("\"eu\"", "\"us\"")
                .replace("\"eu-north-1\"", "\"eu-west-1\"")
                .replace("259239322368", "259239322369")
                .replace("2026.11.1-rc.1", "2026.11.0")
                .replace("vpce.eu-north-1", "vpce.eu-west-1"));

    // THEN
    assertThat(refusals)
        .containsExactly(
            "DescriptorMismatch: the descriptor's account is 259239322369; the inventory's is"
                + " 259239322368",
            "DescriptorMismatch: the descriptor's cell is eu-west-1-cell-02; the inventory's is"
                + " eu-north-1-cell-02",
            "DescriptorMismatch: the descriptor's facts.endpointService is in eu-west-1; the cell"
                + " is in eu-north-1",
            "DescriptorMismatch: the descriptor's region is eu-west-1; the inventory's is"
                + " eu-north-1",
            "DescriptorMismatch: the descriptor's release is 2026.11.0; the inventory's is"
                + " 2026.11.1-rc.1",
            "DescriptorMismatch: the descriptor's zone is us; the inventory's is eu");
  }

  @Test
  void should_refuse_a_cell_that_is_unknown_or_not_provisioning() throws IOException {
    assertThat(refusals(CellName.parse("eu-north-1-cell-77"), DescriptorJsonTest.TEXT))
        .containsExactly("CellUnknown: cell eu-north-1-cell-77 is not in the inventory");
    assertThat(refusals(CellName.parse("eu-north-1-cell-01"), DescriptorJsonTest.TEXT))
        .contains(
            "CellNotProvisioning: cell eu-north-1-cell-01 is active; a cell is admitted while it is"
                + " provisioning");
  }

  @Test
  void should_refuse_what_validation_would_refuse() throws IOException {
    // GIVEN the endpoint service of another cell
    String descriptor =
        DescriptorJsonTest.TEXT.replace("vpce-svc-0123456789abcdef0", "vpce-svc-0f87c57aad11420a8");

    // WHEN / THEN
    assertThat(refusals(CELL, descriptor))
        .singleElement()
        .asString()
        .startsWith("EndpointServiceUsedTwice: ");
  }

  @Test
  void should_not_write_over_what_somebody_else_changed() throws IOException {
    // GIVEN
    AdmittedFile admitted = judge(CELL, DescriptorJsonTest.TEXT).file().orElseThrow();
    Files.writeString(admitted.path(), "somebody else's");

    // WHEN / THEN
    assertThatThrownBy(admitted::write)
        .isInstanceOf(IOException.class)
        .hasMessage("somebody else changed " + admitted.path() + " meanwhile");
    assertThat(admitted.path()).hasContent("somebody else's");
  }
}
