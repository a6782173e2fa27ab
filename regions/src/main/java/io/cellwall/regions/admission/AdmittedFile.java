package io.cellwall.regions.admission;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.UUID;

/**
 * The file of a cell or a zone with facts recorded, not yet written.
 *
 * @param path the file
 * @param before the file's text when it was judged
 * @param text the file's text with the facts
 */
public record AdmittedFile(Path path, String before, String text) {

  /** Tells whether the file lacks the facts, or has others. */
  public boolean isChange() {
    return !text.equals(before);
  }

  /** The lines that the file has with the facts, and had not before. */
  public List<String> added() {
    List<String> old = before.lines().toList();
    return text.lines().filter(line -> !old.contains(line)).toList();
  }

  /**
   * Writes the file, whole or not at all.
   *
   * @throws IOException if it cannot be written, or somebody else changed it meanwhile; then it is
   *     as it was
   */
  public void write() throws IOException {
    // The leading dot keeps a reader that looks meanwhile from taking it for a file of the
    // inventory.
    Path temporary =
        path.resolveSibling("." + path.getFileName() + "-" + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      if (!Files.readString(path).equals(before)) {
        throw new IOException("somebody else changed " + path + " meanwhile");
      }
      replace(temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private void replace(Path temporary) throws IOException {
    try {
      Files.move(
          temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(temporary, path, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
