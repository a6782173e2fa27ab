package io.cellwall.regions.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.reading.GeneratedFleet;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextCellTest {

  private static final Path EXAMPLE =
      Path.of(System.getProperty("cellwall.root"), "regions/inventory");

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

  private static CellRequest request(
      String region, String account, FailurePolicy policy, String... zones) {
    return new CellRequest(
        Region.parse(region),
        AccountId.parse(account),
        CellSize.SMALL,
        Stream.of(zones).map(AvailabilityZoneId::parse).toList(),
        NatGateways.PER_ZONE,
        NodeProvisioning.AUTO_MODE,
        Optional.empty(),
        Mesh.NONE,
        List.of(),
        policy,
        Optional.empty(),
        Optional.of(Release.parse("2026.11.1")));
  }

  private static List<String> text(List<Finding> findings) {
    return findings.stream().map(each -> each.rule() + " " + each.message()).toList();
  }

  @Test
  void should_take_the_number_after_the_highest_and_a_free_block() throws IOException {
    // GIVEN cell 04 of the region is retired
    FailurePolicy standby =
        new FailurePolicy.Standby(
            CellName.parse("eu-central-1-cell-01"), FailurePolicy.Survives.CELL);

    // WHEN
    NextCell.Draft draft =
        NextCell.draft(
            directory, request("eu-west-1", "123456789012", standby, "euw1-az2", "euw1-az1"));

    // THEN
    assertThat(draft.findings()).isEmpty();
    CellDraft file = draft.file().orElseThrow();
    assertThat(file.path()).isEqualTo(directory.resolve("cells/eu-west-1-cell-05.yaml"));
    assertThat(file.text())
        .isEqualTo(
            """
            # yaml-language-server: $schema=../../schema/cell.schema.json
            name: eu-west-1-cell-05
            zone: eu
            region: eu-west-1
            account: "123456789012"
            cidr: 10.0.32.0/20
            size: small
            users: 0
            state: planned
            availabilityZones:
              - euw1-az2
              - euw1-az1
            nat: per-zone
            compute:
              nodes: auto-mode
              mesh: none
            whenUnhealthy:
              policy: standby
              cell: eu-central-1-cell-01
              survives: cell
            release: 2026.11.1
            """);
    assertThat(file.path()).doesNotExist();
  }

  @Test
  void should_leave_a_valid_inventory_when_it_is_written() throws IOException {
    // GIVEN
    CellRequest request =
        request("us-east-2", "123456789012", new FailurePolicy.FailFast(), "use2-az1", "use2-az2");

    // WHEN
    NextCell.draft(directory, request).file().orElseThrow().write();

    // THEN
    InventoryReading reading = InventoryReader.readChange(EXAMPLE, directory);
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.inventory().orElseThrow().cells())
        .containsKey(CellName.parse("us-east-2-cell-03"));
    try (Stream<Path> files = Files.list(directory.resolve("cells"))) {
      assertThat(files).allMatch(file -> file.toString().endsWith(".yaml"));
    }
  }

  @Test
  void should_never_write_over_a_file() throws IOException {
    // GIVEN
    CellRequest request =
        request("us-east-2", "123456789012", new FailurePolicy.FailFast(), "use2-az1", "use2-az2");
    CellDraft first = NextCell.draft(directory, request).file().orElseThrow();
    Files.writeString(first.path(), "somebody else's");

    // WHEN / THEN
    assertThatThrownBy(first::write).isInstanceOf(FileAlreadyExistsException.class);
    assertThat(first.path()).hasContent("somebody else's");
  }

  @Test
  void should_refuse_what_validation_refuses() {
    // GIVEN the account of another cell and a zone of another region
    CellRequest request =
        request("us-east-2", "811663940468", new FailurePolicy.FailFast(), "use2-az1", "usw2-az2");

    // WHEN
    NextCell.Draft draft = NextCell.draft(directory, request);

    // THEN
    assertThat(draft.file()).isEmpty();
    assertThat(text(draft.findings()))
        .containsExactly(
            "AccountUsedTwice account 811663940468 is already the account of"
                + " cells/eu-central-1-cell-01 (account)",
            "AvailabilityZoneOutsideRegion availability zone usw2-az2 is not in us-east-2,"
                + " whose ids begin with use2-az");
  }

  @Test
  void should_refuse_a_region_of_no_zone() {
    // GIVEN
    CellRequest request =
        request("sa-east-1", "123456789012", new FailurePolicy.FailFast(), "sae1-az1", "sae1-az2");

    // WHEN
    NextCell.Draft draft = NextCell.draft(directory, request);

    // THEN
    assertThat(draft.file()).isEmpty();
    assertThat(text(draft.findings()))
        .containsExactly("RegionInNoZone region sa-east-1 is in no zone");
  }

  @Test
  void should_refuse_to_go_beyond_number_99() throws IOException {
    // GIVEN
    Path last = directory.resolve("cells/us-east-2-cell-02.yaml");
    String text =
        Files.readString(last).replace("name: us-east-2-cell-02", "name: us-east-2-cell-99");
    Files.writeString(directory.resolve("cells/us-east-2-cell-99.yaml"), text);
    Files.delete(last);
    CellRequest request =
        request("us-east-2", "123456789012", new FailurePolicy.FailFast(), "use2-az1", "use2-az2");

    // WHEN
    NextCell.Draft draft = NextCell.draft(directory, request);

    // THEN
    assertThat(draft.file()).isEmpty();
    assertThat(text(draft.findings()))
        .containsExactly("CellNumbersUsedUp region us-east-2 has used the cell numbers up to 99");
  }

  @Test
  void should_refuse_where_no_free_block_is_large_enough(@TempDir Path full) throws IOException {
    // GIVEN a pool of 64 blocks of /16, each of which has some cell
    GeneratedFleet.write(full, 1_000);
    Path fleet = full.resolve("fleet.yaml");
    Files.writeString(
        fleet,
        Files.readString(fleet).replace("addressPool: 10.0.0.0/8", "addressPool: 10.0.0.0/10"));
    CellRequest small =
        request("us-east-2", "123456789012", new FailurePolicy.FailFast(), "use2-az1", "use2-az2");
    CellRequest large =
        new CellRequest(
            small.region(),
            small.account(),
            CellSize.LARGE,
            small.availabilityZones(),
            small.nat(),
            small.nodes(),
            small.kubernetesVersion(),
            small.mesh(),
            small.publicAccess(),
            small.whenUnhealthy(),
            small.backupCopyTo(),
            small.release());

    // WHEN
    NextCell.Draft draft = NextCell.draft(full, large);

    // THEN
    assertThat(draft.file()).isEmpty();
    assertThat(text(draft.findings()))
        .containsExactly("AddressPoolFull the address pool 10.0.0.0/10 has no free /16");
    assertThat(NextCell.draft(full, small).file()).isPresent();
  }

  @Test
  void should_refuse_while_the_inventory_itself_is_broken() throws IOException {
    // GIVEN
    Files.writeString(directory.resolve("cells/eu-west-1-cell-01.yaml"), "name: [");
    CellRequest request =
        request("us-east-2", "123456789012", new FailurePolicy.FailFast(), "use2-az1", "use2-az2");

    // WHEN
    NextCell.Draft draft = NextCell.draft(directory, request);

    // THEN
    assertThat(draft.file()).isEmpty();
    assertThat(draft.findings()).extracting(Finding::rule).contains("YamlSyntax");
  }
}
