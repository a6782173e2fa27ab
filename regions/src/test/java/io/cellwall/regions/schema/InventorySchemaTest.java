package io.cellwall.regions.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import io.cellwall.regions.written.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;
import tools.jackson.databind.json.JsonMapper;

class InventorySchemaTest {

  private static final Path REGIONS = Path.of(System.getProperty("cellwall.root"), "regions");
  private static final Path EXAMPLE = REGIONS.resolve("inventory");

  @TempDir Path scratch;

  @ParameterizedTest
  @EnumSource(FileKind.class)
  void should_be_the_schema_that_is_committed(FileKind kind) throws IOException {
    // GIVEN
    Path committed = REGIONS.resolve("schema").resolve(InventorySchema.fileName(kind));

    // WHEN
    String schema = InventorySchema.of(kind);

    // THEN
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.createDirectories(REGIONS.resolve("schema"));
      Files.writeString(committed, schema);
    }
    assertThat(Files.readString(committed))
        .as("rewrite it with ./mvnw test -pl regions -Dgolden.rewrite=true")
        .isEqualTo(schema);
  }

  @Test
  void should_accept_every_file_of_the_example() throws IOException {
    // GIVEN
    List<Path> files;
    try (Stream<Path> walk = Files.walk(EXAMPLE)) {
      files = walk.filter(Files::isRegularFile).toList();
    }

    // WHEN / THEN
    assertThat(files).hasSizeGreaterThan(15);
    for (Path file : files) {
      assertThat(errors(kindOf(file), Files.readString(file))).as(file.toString()).isEmpty();
    }
  }

  @Test
  void should_be_named_in_the_first_line_of_every_file_of_the_example() throws IOException {
    // GIVEN
    String start = "# yaml-language-server: $schema=";
    List<Path> files;
    try (Stream<Path> walk = Files.walk(EXAMPLE)) {
      files = walk.filter(Files::isRegularFile).toList();
    }

    // WHEN / THEN
    for (Path file : files) {
      String line = Files.readAllLines(file).get(0);
      assertThat(line).as(file.toString()).startsWith(start);
      assertThat(file.resolveSibling(line.substring(start.length())).normalize())
          .isEqualTo(REGIONS.resolve("schema").resolve(InventorySchema.fileName(kindOf(file))));
    }
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "fleet.yaml, organization: acme, organization: Acme Inc.",
        "fleet.yaml, domain: acme.example, domain: acme",
        "fleet.yaml, domain: acme.example, domian: acme.example",
        "fleet.yaml, addressPool: 10.0.0.0/8, addressPool: 10.0.0.256/8",
        "fleet.yaml, release: 2026.11.0, release: 2026.11",
        "fleet.yaml, prefixLength: 20, prefixLength: 28",
        "fleet.yaml, prefixLength: 20, prefixLength: '20'",
        "fleet.yaml, cellShare: 10%, cellShare: 110%",
        "fleet.yaml, cellShare: 10%, cellShare: 0.1",
        "fleet.yaml, region: us-east-1, region: us-esat-1",
        "fleet.yaml, limits:, limit:",
        "zones/eu.yaml, - GDPR, - [GDPR]",
        "zones/eu.yaml, - eu-north-1, - eu-west-1",
        "zones/eu.yaml, host: eu.api, host: EU.api",
        "zones/eu.yaml, writerRegion: eu-west-1, writerRegion: eu-west-9",
        "zones/eu.yaml, edges:, edge:",
        "zones/eu.yaml, '  eu-north-1:', '  eu-north-9:'",
        "zones/eu.yaml, cidr: 10.0.0.0/22, cidr: 10.0.0.0",
        "cells/eu-west-1-cell-01.yaml, name: eu-west-1-cell-01, name: eu-west-1-cell-1",
        "cells/eu-west-1-cell-01.yaml, name: eu-west-1-cell-01, name: eu-west-1-cell-00",
        "cells/eu-west-1-cell-01.yaml, zone: eu, zone: EU",
        "cells/eu-west-1-cell-01.yaml, `account: \"8`, `account: 8 #\"`",
        "cells/eu-west-1-cell-01.yaml, users: 95000, users: -1",
        "cells/eu-west-1-cell-01.yaml, users: 95000, users: 95_000",
        "cells/eu-west-1-cell-01.yaml, state: active, state: Active",
        "cells/eu-west-1-cell-01.yaml, - euw1-az2, - eu-west-1b",
        "cells/eu-west-1-cell-01.yaml, - euw1-az2, - euw1-az1",
        "cells/eu-west-1-cell-01.yaml, nat: per-zone, nat: perZone",
        "cells/eu-west-1-cell-01.yaml, policy: standby, policy: fail-fast",
        "cells/eu-west-1-cell-01.yaml, '  survives: region', '  # '",
        "cells/eu-west-1-cell-02.yaml, policy: degraded, policy: standby",
        "cells/eu-west-1-cell-01.yaml, vpce-svc-0, vpce-svc-xyz",
        "cells/eu-west-1-cell-01.yaml, 'nameServers:', 'nameservers:'",
        "cells/eu-west-1-cell-01.yaml, size: large, size:"
      })
  void should_refuse_what_the_reader_refuses(String file, String good, String bad)
      throws IOException {
    // GIVEN
    copyExample();
    String goodText = unquoted(good);
    Path path = scratch.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(goodText);
    String broken = text.replace(goodText, unquoted(bad));
    Files.writeString(path, broken);

    // WHEN
    List<String> errors = errors(kindOf(path), broken);
    InventoryReading reading = InventoryReader.read(scratch);

    // THEN
    assertThat(errors).as("schema").isNotEmpty();
    assertThat(reading.findings())
        .as("reader")
        .filteredOn(Finding::blocks)
        .anySatisfy(finding -> assertThat(finding.source().orElseThrow().file()).endsWith(file));
  }

  private static String unquoted(String text) {
    return text.startsWith("'") ? text.substring(1, text.length() - 1) : text;
  }

  private void copyExample() throws IOException {
    try (Stream<Path> walk = Files.walk(EXAMPLE)) {
      for (Path from : walk.filter(Files::isRegularFile).toList()) {
        Path to = scratch.resolve(EXAMPLE.relativize(from).toString());
        Files.createDirectories(to.getParent());
        Files.copy(from, to);
      }
    }
  }

  private static FileKind kindOf(Path file) {
    return switch (file.getName(file.getNameCount() - 2).toString()) {
      case "zones" -> FileKind.ZONE;
      case "cells" -> FileKind.CELL;
      default -> FileKind.FLEET;
    };
  }

  private static List<String> errors(FileKind kind, String yaml) {
    Object data =
        new Load(LoadSettings.builder().setSchema(new CoreSchema()).build()).loadFromString(yaml);
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(InventorySchema.of(kind))
        .validate(JsonMapper.shared().writeValueAsString(data), InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
