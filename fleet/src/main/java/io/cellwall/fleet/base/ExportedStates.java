package io.cellwall.fleet.base;

import io.cellwall.fleet.UsageException;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.state.StackState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is deployed, from files that {@code pulumi stack export} wrote, one for each stack. */
public final class ExportedStates {

  private ExportedStates() {}

  /**
   * The graphs by stack.
   *
   * @param folder its files that end in {@code .json}
   * @throws UsageException with all that is wrong with the files
   */
  public static Map<String, ResourceGraph> read(Path folder) {
    Map<String, ResourceGraph> graphs = new TreeMap<>();
    Map<String, Path> from = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files(folder)) {
      try {
        ResourceGraph graph = StackState.readDeclared(file);
        Path other = from.putIfAbsent(graph.stack(), file);
        if (other != null) {
          problems.add(
              "%s is a state of %s, as %s is; there must be one of each stack"
                  .formatted(file, graph.stack(), other));
        }
        graphs.put(graph.stack(), graph);
      } catch (UnreadableGraphException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (!problems.isEmpty()) {
      throw new UsageException(String.join("\n  ", problems));
    }
    return graphs;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      List<Path> states = files.filter(each -> each.toString().endsWith(".json")).sorted().toList();
      if (states.isEmpty()) {
        throw new UsageException(
            "%s has no file *.json; write one for each stack with: pulumi stack export --stack STACK > %s"
                .formatted(folder, folder.resolve("STACK.json")));
      }
      return states;
    } catch (IOException e) {
      throw new UsageException("there is no folder " + folder + " of exported states");
    }
  }
}
