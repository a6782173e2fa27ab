package io.cellwall.fleet.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Keeps two deployments of one stack from one folder apart before either has done anything. The
 * operating system gives it up with the process, so it is never left behind. Deployments from other
 * folders and machines are kept apart by the backend's lock, which an update takes.
 */
final class StackLock implements AutoCloseable {

  private static final int MOST_BYTES = 4096;

  private final FileChannel channel;
  private final FileLock lock;

  private StackLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Somebody else holds the lock. */
  static final class HeldException extends Exception {
    private static final long serialVersionUID = 1L;

    HeldException(String holder) {
      super(holder);
    }
  }

  /**
   * Takes the lock.
   *
   * @throws HeldException if another process has it; the message says who, and since when
   */
  static StackLock take(Path file) throws HeldException {
    try {
      Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
      FileChannel channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      Optional<FileLock> lock = attempt(channel);
      if (lock.isEmpty()) {
        String holder = read(channel);
        channel.close();
        throw new HeldException(holder);
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(me().getBytes(UTF_8)), 0);
      return new StackLock(channel, lock.get());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use the lock " + file, e);
    }
  }

  private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldByThisProcess) {
      return Optional.empty();
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(MOST_BYTES);
    channel.read(buffer, 0);
    String holder = UTF_8.decode(buffer.flip()).toString();
    return holder.isBlank() ? "another process" : holder;
  }

  private static String me() {
    return "%s (process %d) since %s"
        .formatted(
            System.getProperty("user.name", "?"),
            ProcessHandle.current().pid(),
            Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot give up a lock", e);
    }
  }
}
