package io.cellwall.tests.mutants;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which rule found which mutants, and which benign twin was found. */
final class MutantTable {

  private record Row(Mutant mutant, boolean killed, boolean silent, Set<String> found) {}

  private final List<Row> rows = Collections.synchronizedList(new ArrayList<>());

  /** Notes how it went. */
  void add(Mutant mutant, boolean killed, boolean silent, Set<String> found) {
    rows.add(new Row(mutant, killed, silent, found));
  }

  /** A line for each rule, without the mutants. */
  String summary() {
    Map<String, int[]> byRule = new TreeMap<>();
    for (Row row : rows) {
      for (String rule : row.mutant().rules()) {
        int[] counts = byRule.computeIfAbsent(rule, key -> new int[2]);
        counts[1]++;
        counts[0] += row.found().contains(rule) ? 1 : 0;
      }
    }
    StringBuilder text = new StringBuilder("| rule | mutants killed |\n| --- | --- |\n");
    byRule.forEach(
        (rule, counts) -> text.append("| %s | %d/%d |%n".formatted(rule, counts[0], counts[1])));
    long killed = rows.stream().filter(Row::killed).count();
    long loud = rows.stream().filter(row -> !row.silent()).count();
    return text.append(
            "%nMutants killed: %d of %d. Benign twins found: %d of %d.%n"
                .formatted(killed, rows.size(), loud, rows.size()))
        .toString();
  }

  /** The whole table. */
  String markdown() {
    StringBuilder text = new StringBuilder("# Mutants\n\n").append(summary());
    text.append(
        "\n| mistake | mutant | found by | killed | twin |\n| --- | --- | --- | --- | --- |\n");
    rows.stream()
        .sorted((a, b) -> a.mutant().toString().compareTo(b.mutant().toString()))
        .forEach(
            row ->
                text.append(
                    "| %s | %s | %s | %s | %s |%n"
                        .formatted(
                            row.mutant().family(),
                            row.mutant().name().replace("|", "\\|"),
                            String.join(", ", row.found().stream().sorted().toList()),
                            row.killed() ? "yes" : "NO",
                            row.silent() ? "silent" : "FOUND")));
    return text.toString();
  }
}
