package io.cellwall.fleet.preview;

import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.ResourceGraph;
import java.util.List;
import java.util.Optional;

/**
 * Graphs that were planned before, by the content of everything that goes into them. A graph that
 * holds a secret is never written.
 */
final class GraphCache {

  private final CheckedFiles files;

  GraphCache(CheckedFiles files) {
    this.files = files;
  }

  /** The graph stored under the key, if there is one and it is whole. */
  Optional<ResourceGraph> find(CacheKey key) {
    return files.find(name(key), GraphCache::read);
  }

  /** Stores the graph under the key. */
  void put(CacheKey key, ResourceGraph graph) {
    if (!graph.hasSecrets()) {
      files.put(name(key), GraphJson.write(List.of(graph)));
    }
  }

  private static ResourceGraph read(String text) {
    List<ResourceGraph> graphs = GraphJson.read(text);
    if (graphs.size() != 1) {
      throw new IllegalStateException("an entry holds one graph, not " + graphs.size());
    }
    return graphs.get(0);
  }

  private static String name(CacheKey key) {
    return key.value() + ".graph";
  }
}
