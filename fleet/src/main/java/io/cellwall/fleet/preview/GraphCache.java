package io.cellwall.fleet.preview;

import io.cellwall.policies.graph.GraphJson;
import io.cellwall.policies.graph.ResourceGraph;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Graphs that were planned before, by the content of everything that goes into them.
 *
 * <p>An entry is a file named by its key: a line with the checksum of the rest, then the graph. An
 * entry that is not exactly that is discarded. A graph that holds a secret is never written.
 */
final class GraphCache {

  private static final Duration KEPT = Duration.ofDays(14);

  private final Path folder;

  GraphCache(Path folder) {
    this.folder = folder;
  }

  /** The graph stored under the key, if there is one and it is whole. */
  Optional<ResourceGraph> find(CacheKey key) {
    Path entry = entry(key);
    String text;
    try {
      text = decode(Files.readAllBytes(entry));
    } catch (IOException absentOrUnreadable) {
      return Optional.empty();
    }
    int end = text.indexOf('\n');
    if (end < 0 || !text.substring(0, end).equals(CacheKey.sha256(text.substring(end + 1)))) {
      return discard(entry);
    }
    try {
      List<ResourceGraph> graphs = GraphJson.read(text.substring(end + 1));
      Files.setLastModifiedTime(entry, FileTime.from(Instant.now()));
      return graphs.size() == 1 ? Optional.of(graphs.get(0)) : discard(entry);
    } catch (IOException | RuntimeException notOurs) {
      // Written by another version: its key should have differed, but a cache must never fail us.
      return discard(entry);
    }
  }

  /** Stores the graph under the key; a cache that cannot be written is no reason to stop. */
  void put(CacheKey key, ResourceGraph graph) {
    if (graph.hasSecrets()) {
      return;
    }
    String body = GraphJson.write(List.of(graph));
    try {
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "entry", ".tmp");
      try {
        Files.writeString(half, CacheKey.sha256(body) + "\n" + body);
        move(half, entry(key));
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException unwritable) {
      // The next run plans the stack again.
    }
  }

  /**
   * Deletes entries that no run has used for two weeks, and what a killed run left half-written.
   */
  void tidy() {
    Instant oldest = Instant.now().minus(KEPT);
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        if (Files.getLastModifiedTime(entry).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(entry);
        }
      }
    } catch (IOException absentOrBusy) {
      // Another run may be tidying too.
    }
  }

  private Path entry(CacheKey key) {
    return folder.resolve(key.value() + ".graph");
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static Optional<ResourceGraph> discard(Path entry) {
    try {
      Files.deleteIfExists(entry);
    } catch (IOException unwritable) {
      // It stays, and is refused again next time.
    }
    return Optional.empty();
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException otherFileSystem) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
