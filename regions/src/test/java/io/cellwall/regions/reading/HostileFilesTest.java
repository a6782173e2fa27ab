package io.cellwall.regions.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that no inventory has by accident, and that must not hang, fill or fool the reader. */
class HostileFilesTest {

  @TempDir Path directory;

  private Path cell;

  @BeforeEach
  void folders() throws IOException {
    Files.createDirectory(directory.resolve("zones"));
    Files.createDirectory(directory.resolve("cells"));
    cell = directory.resolve("cells/eu-west-1-cell-01.yaml");
  }

  private List<String> findings() {
    return InventoryReader.read(directory).findings().stream()
        .filter(finding -> finding.subject().startsWith("cells/"))
        .map(
            finding ->
                finding.rule()
                    + " "
                    + finding.source().orElseThrow().toString().replace(directory + "/", "")
                    + " "
                    + finding.message())
        .toList();
  }

  @Test
  void should_refuse_a_file_of_100_megabytes_by_its_size() throws IOException {
    // GIVEN
    try (RandomAccessFile file = new RandomAccessFile(cell.toFile(), "rw")) {
      file.setLength(100_000_000);
    }

    // WHEN / THEN
    assertThat(findings())
        .containsExactly(
            "FileTooLarge cells/eu-west-1-cell-01.yaml"
                + " has 100000000 bytes; an inventory file has at most 1048576");
  }

  @Test
  void should_refuse_an_alias_bomb_at_its_first_alias() throws IOException {
    // GIVEN
    StringBuilder bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
    for (char each = 'b'; each <= 'z'; each++) {
      String before = "*" + (char) (each - 1);
      bomb.append("%s: &%s [%s]\n".formatted(each, each, (before + ", ").repeat(8) + before));
    }
    Files.writeString(cell, bomb);

    // WHEN / THEN
    assertThat(findings())
        .containsExactly(
            "AliasUsed cells/eu-west-1-cell-01.yaml:2:8"
                + " the alias *a is used; aliases are not allowed");
  }

  @Test
  void should_refuse_nesting_that_would_exhaust_the_stack() throws IOException {
    // GIVEN
    Files.writeString(cell, "name: " + "[".repeat(1_000_000));

    // WHEN / THEN
    assertThat(findings())
        .containsExactly(
            "NestedTooDeep cells/eu-west-1-cell-01.yaml:1:22"
                + " is nested more than 16 levels deep");
  }

  @Test
  void should_stop_counting_the_problems_of_one_file() throws IOException {
    // GIVEN
    StringBuilder text = new StringBuilder();
    for (int i = 0; text.length() < 1_000_000; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    Files.writeString(cell, text);

    // WHEN / THEN
    assertThat(findings())
        .hasSize(101)
        .contains(
            "TooManyProblems cells/eu-west-1-cell-01.yaml"
                + " has more problems than the 100 that are shown")
        .contains("UnknownKey cells/eu-west-1-cell-01.yaml:1:1 the key \"key0\" is unknown");
  }

  @Test
  void should_refuse_a_symbolic_link_that_leads_out_of_the_inventory() throws IOException {
    // GIVEN
    Path secret = Files.writeString(directory.resolve("secret.txt"), "name: secret");
    Files.createSymbolicLink(cell, secret);

    // WHEN / THEN
    assertThat(findings())
        .containsExactly(
            "NotAPlainFile cells/eu-west-1-cell-01.yaml is a symbolic link; it must be a file");
  }

  @Test
  void should_refuse_a_file_it_may_not_read() throws IOException {
    // GIVEN
    Files.writeString(cell, "name: x");
    Files.setPosixFilePermissions(cell, PosixFilePermissions.fromString("---------"));
    assumeFalse(Files.isReadable(cell), "root reads everything");

    // WHEN / THEN
    assertThat(findings())
        .containsExactly(
            "UnreadableFile cells/eu-west-1-cell-01.yaml cannot be read (AccessDeniedException)");
  }

  @Test
  void should_refuse_utf_16() throws IOException {
    // GIVEN
    Files.write(cell, "name: x".getBytes(StandardCharsets.UTF_16));

    // WHEN / THEN
    assertThat(findings())
        .containsExactly(
            "NotUtf8 cells/eu-west-1-cell-01.yaml:1:1 byte 0xFE at offset 0 is not UTF-8");
  }

  @Test
  void should_accept_a_byte_order_mark_and_windows_line_ends() throws IOException {
    // GIVEN
    Files.writeString(cell, "\uFEFFname: eu-west-1-cell-01\r\nzone: EU\r\n");

    // WHEN / THEN
    assertThat(findings())
        .contains(
            "WrongValue cells/eu-west-1-cell-01.yaml:2:7 zone \"EU\" is not a zone name:"
                + " 2 to 16 lower-case letters, digits or hyphens")
        .noneMatch(finding -> finding.contains("\"name\""));
  }

  @Test
  void should_not_print_terminal_codes_of_keys_and_file_names() throws IOException {
    // GIVEN
    Files.writeString(cell, "\"k\\e[31m\\nOK\": 1\n");
    Files.writeString(directory.resolve("cells/x\u001b[31m\nOK.txt"), "");

    // WHEN / THEN
    assertThat(findings())
        .contains(
            "UnknownKey cells/eu-west-1-cell-01.yaml:1:1"
                + " the key \"k\\u{1b}[31m\\u{a}OK\" is unknown",
            "StrayFile cells/x\\u{1b}[31m\\u{a}OK.txt does not belong here and is not read");
  }

  @Test
  void should_say_that_a_directory_is_missing() {
    // GIVEN
    Path nowhere = directory.resolve("nowhere");

    // WHEN
    InventoryReading reading = InventoryReader.read(nowhere);

    // THEN
    assertThat(reading.findings())
        .extracting(finding -> finding.rule() + " " + finding.message() + " " + finding.hint())
        .containsExactly(
            "NoInventory is not a directory"
                + " Name the directory that holds fleet.yaml, zones/ and cells/.");
  }
}
