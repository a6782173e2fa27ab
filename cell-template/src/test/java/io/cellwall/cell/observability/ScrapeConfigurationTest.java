package io.cellwall.cell.observability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@NullMarked
class ScrapeConfigurationTest {

  private final String text = new ScrapeConfiguration(ExampleCell.plan().labels()).yaml();

  @Test
  void should_be_what_the_golden_file_says() throws IOException {
    GoldenFile.assertMatches("scrape.yaml", text);
  }

  @Test
  void should_be_a_configuration_of_prometheus(@TempDir Path directory) throws IOException {
    Files.writeString(directory.resolve("scrape.yaml"), text);
    Promtool.Result result =
        Promtool.run(directory, "check", "config", "--syntax-only", "scrape.yaml");
    assertThat(result.output()).contains("SUCCESS");
    assertThat(result.exitCode()).isZero();
  }
}
