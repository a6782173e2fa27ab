package io.cellwall.policies.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.rules.Rule;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PackTest {

  private static final Path RULES =
      Path.of(
          System.getProperty("cellwall.root", ".."),
          "policies/src/main/java/io/cellwall/policies/rules");

  @Test
  void should_have_every_rule_once() throws IOException {
    // GIVEN
    List<String> written;
    try (Stream<Path> files = Files.walk(RULES)) {
      written =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .filter(PackTest::isRule)
              .map(file -> file.getFileName().toString().replace(".java", ""))
              .toList();
    }
    // THEN
    assertThat(Pack.rules())
        .extracting(Rule::id)
        .doesNotHaveDuplicates()
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  void should_say_of_every_rule_why_and_where_that_stands() {
    assertThat(Pack.rules())
        .allSatisfy(
            rule -> {
              assertThat(rule.explanation()).as(rule.id()).endsWith(".");
              assertThat(rule.fix()).as(rule.id()).isNotBlank();
              assertThat(rule.references())
                  .as(rule.id())
                  .isNotEmpty()
                  .doesNotHaveDuplicates()
                  .extracting(URI::getScheme)
                  .containsOnly("https");
            });
  }

  private static boolean isRule(Path file) {
    try {
      return Files.readString(file).contains(" implements Rule {");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
