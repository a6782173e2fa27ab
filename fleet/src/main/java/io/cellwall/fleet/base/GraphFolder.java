package io.cellwall.fleet.base;

import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.ResourceGraph;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of the resource graphs of stacks, each in a file {@code STACK.json}. Programs of
 * different commits write and read them, so the names stay.
 *
 * @param folder the folder; it need not be there yet
 */
public record GraphFolder(Path folder) {

  private static final String ENDING = ".json";

  /** Writes a graph, and the folder if it is not there. */
  public void write(ResourceGraph graph) throws IOException {
    Files.writeString(
        Files.createDirectories(folder).resolve(graph.stack() + ENDING),
        GraphJson.write(List.of(graph)));
  }

  /** Tells whether there is none. */
  boolean isEmpty() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException absent) {
      return true;
    }
  }

  /**
   * The graphs of these stacks, as far as they are there, in the order of their names.
   *
   * @param stacks names of stacks; empty: all
   * @throws IllegalArgumentException if a file is no graph
   */
  List<ResourceGraph> read(Collection<String> stacks) {
    List<Path> wanted;
    try (Stream<Path> files = Files.list(folder)) {
      wanted =
          files.filter(file -> stacks.isEmpty() || stacks.contains(stack(file))).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return wanted.parallelStream().flatMap(file -> GraphJson.read(text(file)).stream()).toList();
  }

  private static String stack(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
  }

  /** The text of a file. */
  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
