package io.cellwall.rehearsal.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that wait to happen: a file of lines, one fault each, which a call that counts makes
 * one smaller and the call that it is for takes away. So a rerun goes on where the last one fell.
 */
public final class Faults {

  private final Path file;
  private final Path lockFile;

  Faults(Path folder) {
    this.file = folder.resolve("faults");
    this.lockFile = folder.resolve("faults.lock");
  }

  /**
   * Makes the cloud in this folder fail.
   *
   * @param faults see {@link Fault}; none clears what was set
   * @throws IllegalArgumentException if one of them is not a fault
   */
  public static void set(Path folder, List<String> faults) {
    new Faults(folder).write(faults.stream().map(Fault::parse).toList());
  }

  /**
   * Reads a fault and forgets it.
   *
   * @throws IllegalArgumentException if it is none; the message says how one is written
   */
  public static void check(String fault) {
    Fault unused = Fault.parse(fault);
  }

  /** Whether faults still wait in this folder's cloud: what was never reached. */
  public static List<String> waiting(Path folder) {
    return new Faults(folder).read().stream().map(Fault::text).toList();
  }

  /** What happens to this call. Lasting faults come first. */
  synchronized Optional<Fault> next(String call, Order order) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try (FileChannel guard =
            FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = guard.lock()) {
      assert lock.isValid();
      return take(call, order);
    } catch (IOException e) {
      throw new UncheckedIOException("the faults in " + file + " cannot be used", e);
    }
  }

  private Optional<Fault> take(String call, Order order) {
    Optional<Fault> now = Optional.empty();
    List<Fault> before = read();
    List<Fault> left = new ArrayList<>();
    for (Fault fault : before) {
      if (fault.lasts()) {
        left.add(fault);
        if (fault.kind() == Fault.Kind.SLOW
            || fault.argument().equals(order.place().region().code())) {
          now = now.or(() -> Optional.of(fault));
        }
      } else if (!fault.counts(call, order)) {
        left.add(fault);
      } else if (fault.number() > 1) {
        left.add(fault.later());
      } else {
        now = Optional.of(fault);
      }
    }
    if (!left.equals(before)) {
      write(left);
    }
    return now;
  }

  private List<Fault> read() {
    try {
      return Files.exists(file)
          ? Files.readAllLines(file).stream()
              .filter(line -> !line.isBlank())
              .map(Fault::parse)
              .toList()
          : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException("the faults in " + file + " cannot be read", e);
    }
  }

  // Whole or not at all, so that a killed provider leaves a file that can be read.
  private void write(List<Fault> faults) {
    try {
      Files.createDirectories(file.getParent());
      Path part = file.resolveSibling("faults.part");
      Files.write(part, faults.stream().map(Fault::text).toList());
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("the faults in " + file + " cannot be written", e);
    }
  }
}
