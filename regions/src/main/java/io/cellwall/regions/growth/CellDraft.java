package io.cellwall.regions.growth;

import io.cellwall.regions.model.CellName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * The file of a new cell that may be written.
 *
 * @param name the cell's name
 * @param path where its file is to be
 * @param text the file's text
 */
public record CellDraft(CellName name, Path path, String text) {

  /**
   * Writes the file, whole or not at all, and never over another one.
   *
   * @throws FileAlreadyExistsException if the file is there by now
   * @throws IOException if it cannot be written; then nothing of it is left
   */
  public void write() throws IOException {
    // The leading dot keeps a reader that looks meanwhile from taking it for a cell.
    Path temporary = path.resolveSibling("." + name + "-" + UUID.randomUUID() + ".tmp");
    try {
      try (FileChannel channel =
          FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      publish(temporary);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  // A link fails where the name is taken; an atomic move would replace what is there.
  private void publish(Path temporary) throws IOException {
    try {
      Files.createLink(path, temporary);
    } catch (FileAlreadyExistsException e) {
      throw e;
    } catch (UnsupportedOperationException | FileSystemException e) {
      // A file system without links.
      Files.move(temporary, path);
    }
  }
}
