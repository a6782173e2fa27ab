package io.cellwall.tests.cell;

import io.cellwall.policies.graph.Node;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What each size creates, and what each choice adds or takes, as cell-template's README says. */
class CellContentsTest {

  private static final CellText MEDIUM = CellText.of("medium");

  @Test
  void should_create_in_each_size_what_the_readme_counts() throws IOException {
    // GIVEN a cell of each size
    Map<String, SortedMap<String, Long>> sizes = new LinkedHashMap<>();
    Stream.of("small", "medium", "large")
        .forEach(size -> sizes.put(size, byService(counts(CellText.of(size)))));

    // WHEN its resources are counted by service
    TreeSet<String> services = new TreeSet<>();
    sizes.values().forEach(counts -> services.addAll(counts.keySet()));
    List<String> lines = new ArrayList<>();
    lines.add("| service | " + String.join(" | ", sizes.keySet()) + " |");
    lines.add("| --- |" + " --: |".repeat(sizes.size()));
    for (String service : services) {
      lines.add(row(service, sizes.values().stream().map(c -> c.getOrDefault(service, 0L))));
    }
    lines.add(row("**all**", sizes.values().stream().map(CellContentsTest::total)));

    // THEN
    ReadmeTable.isCurrent("contents", lines);
  }

  @Test
  void should_add_and_take_by_each_choice_what_the_readme_says() throws IOException {
    // GIVEN a medium cell, and one for each choice that differs in that alone
    SortedMap<String, Long> medium = counts(MEDIUM);
    Map<String, CellText> choices = new LinkedHashMap<>();
    choices.put("two availability zones", MEDIUM.inZones(1, 2));
    choices.put("`nat: single`", MEDIUM.with("single", "auto-mode", "none"));
    choices.put("`nat: none`", MEDIUM.with("none", "auto-mode", "none"));
    choices.put("`nodes: node-groups`", MEDIUM.with("per-zone", "node-groups", "none"));
    choices.put("`mesh: istio-ambient`", MEDIUM.with("per-zone", "auto-mode", "istio-ambient"));
    choices.put("`backupCopyTo`", MEDIUM.copiedTo("eu-central-1"));
    choices.put("not admitted yet", MEDIUM.beforeAdmission());

    // WHEN both are compared
    List<String> lines = new ArrayList<>();
    lines.add("| choice | resources | other than a medium cell |");
    lines.add("| --- | --: | --- |");
    choices.forEach(
        (choice, cell) -> {
          SortedMap<String, Long> counts = counts(cell);
          lines.add(
              "| %s | %d | %s |".formatted(choice, total(counts), difference(medium, counts)));
        });

    // THEN
    ReadmeTable.isCurrent("choices", lines);
  }

  private static SortedMap<String, Long> counts(CellText cell) {
    return WrittenFleet.of(List.of(cell)).graph(cell).of(Node.Kind.RESOURCE).stream()
        .collect(Collectors.groupingBy(Node::type, TreeMap::new, Collectors.counting()));
  }

  private static SortedMap<String, Long> byService(SortedMap<String, Long> counts) {
    SortedMap<String, Long> services = new TreeMap<>();
    counts.forEach(
        (type, count) ->
            services.merge(type.substring("aws:".length(), type.indexOf('/')), count, Long::sum));
    return services;
  }

  private static String row(String first, Stream<Long> numbers) {
    return numbers
        .map(String::valueOf)
        .collect(Collectors.joining(" | ", "| " + first + " | ", " |"));
  }

  private static long total(SortedMap<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  private static String difference(SortedMap<String, Long> from, SortedMap<String, Long> to) {
    TreeSet<String> types = new TreeSet<>(from.keySet());
    types.addAll(to.keySet());
    return types.stream()
        .filter(type -> !from.getOrDefault(type, 0L).equals(to.getOrDefault(type, 0L)))
        .map(
            type ->
                "%+d %s"
                    .formatted(
                        to.getOrDefault(type, 0L) - from.getOrDefault(type, 0L),
                        type.substring(type.lastIndexOf(':') + 1)))
        .collect(Collectors.joining(", "));
  }
}
