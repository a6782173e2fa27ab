package io.cellwall.policies.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.pack.Pack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {

  private static final Path COMMITTED =
      Path.of(System.getProperty("cellwall.root", ".."), "policies", "RULES.md");

  @Test
  void should_be_the_document_that_is_committed() throws IOException {
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(COMMITTED, RuleCatalogue.markdown());
    }
    assertThat(Files.readString(COMMITTED))
        .as("rewrite it with ./mvnw test -pl policies -am -Dgolden.rewrite=true")
        .isEqualTo(RuleCatalogue.markdown());
  }

  @Test
  void should_have_every_rule_of_the_pack_once() {
    assertThat(RuleCatalogue.all()).extracting(RuleEntry::id).doesNotHaveDuplicates();
    assertThat(RuleCatalogue.all()).hasSizeGreaterThan(Pack.rules().size());
  }
}
