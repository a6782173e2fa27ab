package io.cellwall.regions.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.validation.InventoryRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every folder under {@code inventories} is a test: its files, and the findings it must give. */
class InventoryCasesTest {

  @TempDir Path scratch;

  @TestFactory
  Stream<DynamicTest> should_find_what_each_case_expects() {
    return InventoryCases.all().stream()
        .map(folder -> DynamicTest.dynamicTest(nameOf(folder), () -> check(folder)));
  }

  private void check(Path folder) throws IOException {
    // GIVEN
    Path expectedFile = folder.resolve("expected.txt");

    // WHEN
    List<String> found = InventoryCases.findings(folder, scratch.resolve(nameOf(folder)));

    // THEN
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.write(expectedFile, found);
    }
    List<String> missing = new ArrayList<>(Files.readAllLines(expectedFile));
    found.forEach(missing::remove);
    List<String> unexpected = new ArrayList<>(found);
    Files.readAllLines(expectedFile).forEach(unexpected::remove);
    assertThat(missing).as("expected and not found").isEmpty();
    assertThat(unexpected).as("found and not expected").isEmpty();
    assertThat(found).as("order").isEqualTo(Files.readAllLines(expectedFile));
  }

  @Test
  void should_have_a_case_in_which_each_rule_fails() {
    // GIVEN
    TreeSet<String> fired = new TreeSet<>();

    // WHEN
    for (Path folder : InventoryCases.all()) {
      for (String finding : InventoryCases.findings(folder, scratch.resolve(nameOf(folder)))) {
        fired.add(finding.split(" ", -1)[2]);
      }
    }

    // THEN
    assertThat(fired).containsAll(InventoryRules.ids());
  }

  private static String nameOf(Path folder) {
    return String.valueOf(folder.getFileName());
  }
}
