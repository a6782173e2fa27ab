package io.cellwall.fleet.preview;

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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Texts of earlier runs in one folder, a file each: a line with the checksum of the rest, then the
 * text. A file that is not exactly that is discarded, never trusted.
 */
final class CheckedFiles {

  private static final Duration KEPT = Duration.ofDays(14);

  private final Path folder;

  CheckedFiles(Path folder) {
    this.folder = folder;
  }

  /**
   * What the file holds, if it is whole and can be read.
   *
   * @param reader makes a value of the text; whatever it throws says that the text is not ours
   */
  <T> Optional<T> find(String name, Function<String, T> reader) {
    Path file = folder.resolve(name);
    String text;
    try {
      text = decode(Files.readAllBytes(file));
    } catch (IOException absentOrUnreadable) {
      return Optional.empty();
    }
    int end = text.indexOf('\n');
    if (end < 0 || !text.substring(0, end).equals(CacheKey.sha256(text.substring(end + 1)))) {
      return discard(file);
    }
    try {
      T value = reader.apply(text.substring(end + 1));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
      return Optional.of(value);
    } catch (IOException | RuntimeException notOurs) {
      // Written by another version: its name should have differed, but a cache must never fail us.
      return discard(file);
    }
  }

  /** Stores the text; a cache that cannot be written is no reason to stop. */
  void put(String name, String text) {
    try {
      Files.createDirectories(folder);
      Path half = Files.createTempFile(folder, "entry", ".tmp");
      try {
        Files.writeString(half, CacheKey.sha256(text) + "\n" + text);
        move(half, folder.resolve(name));
      } finally {
        Files.deleteIfExists(half);
      }
    } catch (IOException unwritable) {
      // The next run finds it out again.
    }
  }

  /** Deletes files that no run has used for two weeks, and what a killed run left half-written. */
  void tidy() {
    Instant oldest = Instant.now().minus(KEPT);
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException absentOrBusy) {
      // Another run may be tidying too.
    }
  }

  private static String decode(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }

  private static <T> Optional<T> discard(Path file) {
    try {
      Files.deleteIfExists(file);
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
