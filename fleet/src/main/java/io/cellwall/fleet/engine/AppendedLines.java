package io.cellwall.fleet.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Follows a file to which another process adds lines. */
final class AppendedLines implements AutoCloseable {

  private final FileChannel channel;
  private final ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  AppendedLines(Path file) throws IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.READ);
  }

  /** Hands over each line that was finished since the last call. */
  void drain(Consumer<String> lines) throws IOException {
    while (channel.read(buffer.clear()) > 0) {
      buffer.flip();
      while (buffer.hasRemaining()) {
        byte each = buffer.get();
        if (each == '\n') {
          lines.accept(line.toString(UTF_8));
          line.reset();
        } else {
          line.write(each);
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
