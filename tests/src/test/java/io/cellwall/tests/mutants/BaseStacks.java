package io.cellwall.tests.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The clean stacks of the example fleet, each declared once by the real program. */
final class BaseStacks {

  private final Inventory inventory =
      InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
          .inventory()
          .orElseThrow();
  private final OwnerIndex index = new OwnerIndex(inventory);
  private final Map<String, ResourceGraph> graphs = new ConcurrentHashMap<>();

  private final Map<String, List<Finding>> findings = new ConcurrentHashMap<>();

  Inventory inventory() {
    return inventory;
  }

  Home home(String stack) {
    return index.home(stack).orElseThrow();
  }

  ResourceGraph graph(String stack) {
    return graphs.computeIfAbsent(stack, this::capture);
  }

  /** What a clean stack is found to have; none of it may block. */
  List<Finding> findings(String stack, Judge judge) {
    return findings.computeIfAbsent(
        stack,
        name -> {
          List<Finding> ofClean = judge.judge(graph(name));
          assertThat(ofClean).as("the clean stack %s", name).noneMatch(Finding::blocks);
          return ofClean;
        });
  }

  private ResourceGraph capture(String stack) {
    StackProgram program = Stacks.find(inventory, stack).orElseThrow();
    return StackCapture.capture("cellwall", stack, program::declare);
  }
}
