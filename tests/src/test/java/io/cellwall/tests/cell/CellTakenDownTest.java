package io.cellwall.tests.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A cell can be taken down: nothing waits for itself, and what resists is named in the README. */
class CellTakenDownTest {

  // The two that together have every kind of resource.
  private static final CellText NODE_GROUPS =
      CellText.of("large")
          .with("per-zone", "node-groups", "istio-ambient")
          .copiedTo("eu-central-1");
  private static final CellText AUTO_MODE = CellText.of("small").inZones(1, 2);

  static Stream<CellText> cells() {
    return Stream.of(NODE_GROUPS, AUTO_MODE, AUTO_MODE.beforeAdmission());
  }

  @ParameterizedTest
  @MethodSource("cells")
  void should_have_no_resource_that_waits_for_itself(CellText cell) {
    // GIVEN
    ResourceGraph graph = WrittenFleet.of(List.of(cell)).graph(cell);
    Map<String, Node> nodes = new HashMap<>();
    for (Node.Kind kind : Node.Kind.values()) {
      graph.of(kind).forEach(node -> nodes.put(node.urn(), node));
    }

    // WHEN resources without followers are deleted until none is left
    Map<String, Long> followers = new HashMap<>();
    nodes
        .values()
        .forEach(node -> befores(node).forEach(urn -> followers.merge(urn, 1L, Long::sum)));
    LinkedHashSet<String> deleted = new LinkedHashSet<>();
    List<String> free =
        new ArrayList<>(
            nodes.keySet().stream().filter(urn -> !followers.containsKey(urn)).toList());
    while (!free.isEmpty()) {
      String urn = free.remove(free.size() - 1);
      deleted.add(urn);
      Node node = nodes.get(urn);
      if (node != null) {
        for (String before : befores(node)) {
          if (followers.merge(before, -1L, Long::sum) == 0) {
            free.add(before);
          }
        }
      }
    }

    // THEN all could be
    assertThat(nodes.keySet()).isNotEmpty().allMatch(deleted::contains);
    assertThat(nodes.values()).noneMatch(node -> node.options().retainOnDelete());
  }

  private static Set<String> befores(Node node) {
    TreeSet<String> befores = new TreeSet<>(node.dependencies());
    node.parent().ifPresent(befores::add);
    node.provider().ifPresent(befores::add);
    return befores;
  }

  @Test
  void should_name_in_the_readme_whatever_resists() throws IOException {
    // GIVEN every resource that Pulumi or AWS refuses to delete, or that leaves something behind
    SortedMap<String, TreeSet<String>> resisting = new TreeMap<>();
    ResourceGraph graph = WrittenFleet.of(List.of(NODE_GROUPS)).graph(NODE_GROUPS);
    for (Node node : graph.of(Node.Kind.RESOURCE)) {
      String why = String.join("; ", resistance(node));
      if (!why.isEmpty()) {
        String type = node.type().substring("aws:".length(), node.type().lastIndexOf(':'));
        resisting
            .computeIfAbsent("| `%s` | %%s | %s |".formatted(type, why), line -> new TreeSet<>())
            .add("`" + node.name().replace(NODE_GROUPS.name() + "-", "") + "`");
      }
    }

    // WHEN they are listed
    List<String> lines =
        new ArrayList<>(List.of("| type | `<cell>-…` | how it resists |", "| --- | --- | --- |"));
    resisting.forEach((line, names) -> lines.add(line.formatted(String.join(", ", names))));

    // THEN
    ReadmeTable.isCurrent("resisting", lines);
  }

  private static List<String> resistance(Node node) {
    List<String> why = new ArrayList<>();
    if (node.options().protect()) {
      why.add("Pulumi refuses");
    }
    if (is(node, "deletionProtection", true) || is(node, "enableDeletionProtection", true)) {
      why.add("AWS refuses while deletion protection is on");
    }
    if (is(node, "forceDestroy", false)) {
      why.add("AWS refuses while it is not empty");
    }
    number(node, "deletionWindowInDays")
        .ifPresent(days -> why.add("goes after %s days".formatted(days)));
    if (is(node, "deleteAutomatedBackups", false)) {
      why.add(
          "leaves its automatic backups for %s days"
              .formatted(number(node, "backupRetentionPeriod").orElse("?")));
    }
    node.inputs()
        .text("finalSnapshotIdentifier")
        .ifPresent(
            snapshot ->
                why.add("leaves `%s`".formatted(snapshot.replace(NODE_GROUPS.name(), "<cell>"))));
    return why;
  }

  private static boolean is(Node node, String key, boolean value) {
    return new Value.Bool(value).equals(bare(node, key));
  }

  private static Optional<String> number(Node node, String key) {
    return bare(node, key) instanceof Value.Numeric number
        ? Optional.of(new BigDecimal(number.value().toPlainString()).toPlainString())
        : Optional.empty();
  }

  private static Value bare(Node node, String key) {
    Value value = node.inputs().values().get(key);
    return value == null ? new Value.Null() : value.bare();
  }
}
