package io.cellwall.regions.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFleetTest {

  @TempDir Path directory;

  @Test
  void should_read_a_thousand_cells() throws IOException {
    // GIVEN
    GeneratedFleet.write(directory, 1_000);

    // WHEN
    InventoryReading reading = InventoryReader.read(directory);

    // THEN
    assertThat(reading.findings()).isEmpty();
    assertThat(reading.inventory().orElseThrow().cells()).hasSize(1_000);
    assertThat(reading.inventory().orElseThrow().users()).isEqualTo(40_000_000);
  }

  @Test
  void should_find_the_one_cell_of_a_thousand_that_overlaps() throws IOException {
    // GIVEN
    GeneratedFleet.write(directory, 1_000);
    Path cell = directory.resolve("cells/eu-west-1-cell-50.yaml");
    String text = Files.readString(cell);
    Files.writeString(cell, text.replaceFirst("cidr: .*", "cidr: 10.1.16.0/20"));

    // WHEN
    InventoryReading reading = InventoryReader.read(directory);

    // THEN
    assertThat(reading.findings())
        .extracting(Finding::message)
        .containsExactly(
            "cidr 10.1.16.0/20 overlaps 10.1.16.0/20 of cells/eu-west-1-cell-50",
            "cidr 10.1.16.0/20 overlaps 10.1.16.0/20 of cells/ap-northeast-2-cell-01");
  }
}
