package io.cellwall.tests.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A part of cell-template's README that is made from what cells declare, between {@code <!-- name
 * -->} and {@code <!-- /name -->}. {@code -Dgolden.rewrite=true} rewrites it.
 */
final class ReadmeTable {

  private static final Path README = WrittenFleet.ROOT.resolve("cell-template/README.md");

  private ReadmeTable() {}

  static void isCurrent(String name, List<String> lines) throws IOException {
    String text = Files.readString(README);
    String start = "<!-- " + name + " -->\n";
    String end = "<!-- /" + name + " -->\n";
    int from = text.indexOf(start) + start.length();
    int to = text.indexOf(end);
    assertThat(to).as("%s has no part \"%s\"", README, name).isGreaterThanOrEqualTo(from);
    String wanted = String.join("\n", lines) + "\n";
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(README, text.substring(0, from) + wanted + text.substring(to));
    } else {
      assertThat(text.substring(from, to)).isEqualTo(wanted);
    }
  }
}
