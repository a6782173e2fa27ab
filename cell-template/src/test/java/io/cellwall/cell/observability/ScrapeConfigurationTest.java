package io.cellwall.cell.observability;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.observability.rules.BlockYaml;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

@NullMarked
class ScrapeConfigurationTest {

  private static final LoadSettings SETTINGS = LoadSettings.builder().build();

  private final String text = new ScrapeConfiguration(ExampleCell.plan().labels()).yaml();

  @Test
  void should_be_what_the_golden_file_says() throws IOException {
    GoldenFile.assertMatches("scrape.yaml", text);
  }

  // Debian's promtool is built without Kubernetes discovery, so the jobs are checked without it.
  @Test
  void should_be_a_configuration_of_prometheus(@TempDir Path directory) throws IOException {
    Map<String, Object> configuration = asMap(new Load(SETTINGS).loadFromString(text));
    List<?> jobs = (List<?>) requireNonNull(configuration.get("scrape_configs"));
    List<Map<String, Object>> withoutDiscovery =
        jobs.stream().map(job -> new LinkedHashMap<>(asMap(job))).collect(toList());
    assertThat(withoutDiscovery)
        .hasSize(4)
        .allSatisfy(job -> assertThat(job.remove("kubernetes_sd_configs")).isNotNull());
    configuration.put("scrape_configs", withoutDiscovery);
    Files.writeString(directory.resolve("scrape.yaml"), BlockYaml.of(configuration));
    Promtool.Result result =
        Promtool.run(directory, "check", "config", "--syntax-only", "scrape.yaml");
    assertThat(result.output()).contains("SUCCESS");
    assertThat(result.exitCode()).isZero();
  }

  private static Map<String, Object> asMap(Object yaml) {
    Map<String, Object> copy = new LinkedHashMap<>();
    ((Map<?, ?>) yaml).forEach((key, value) -> copy.put(String.valueOf(key), value));
    return copy;
  }
}
