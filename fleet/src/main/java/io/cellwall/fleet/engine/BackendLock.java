package io.cellwall.fleet.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an update leaves in the backend while it runs, and for good if it is killed.
 *
 * @param user who runs it
 * @param host on which machine
 * @param process as which process of that machine
 * @param since when it began
 */
public record BackendLock(String user, String host, long process, String since) {

  private static final JsonMapper JSON = JsonMapper.shared();

  /**
   * The locks of a stack.
   *
   * @param backend the backend's URL
   * @return nothing if the backend is no folder: then only the engine can look
   */
  public static Optional<List<BackendLock>> of(String backend, String project, String stack) {
    if (!backend.startsWith("file://")) {
      return Optional.empty();
    }
    Path folder =
        root(backend).resolve(Path.of(".pulumi", "locks", "organization", project, stack));
    List<BackendLock> locks = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".json")).sorted().toList()) {
        read(file).ifPresent(locks::add);
      }
    } catch (NoSuchFileException e) {
      return Optional.of(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the locks in " + folder, e);
    }
    return Optional.of(locks);
  }

  private static Path root(String backend) {
    String path = URI.create(backend.replaceFirst("\\?.*", "")).getPath();
    return path.startsWith("/~")
        ? Path.of(System.getProperty("user.home")).resolve(path.replaceFirst("^/~/?", ""))
        : Path.of(path);
  }

  // Given up between our listing and our reading, it is none any more.
  private static Optional<BackendLock> read(Path file) throws IOException {
    try {
      JsonNode lock = JSON.readTree(Files.readString(file));
      return Optional.of(
          new BackendLock(
              lock.path("username").asString("?"),
              lock.path("hostname").asString("?"),
              lock.path("pid").asLong(0),
              lock.path("timestamp").asString("?").replaceFirst("\\.\\d+", "")));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (JacksonException e) {
      return Optional.of(new BackendLock("?", "?", 0, "?"));
    }
  }

  /** Whether it is known that who made it is gone: the process was of this machine, and is not. */
  public boolean stale() {
    return host.equals(thisHost()) && ProcessHandle.of(process).isEmpty();
  }

  /** The lock in words. */
  public String inWords() {
    return "%s@%s (process %d) since %s".formatted(user, host, process, since);
  }

  private static String thisHost() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      // Then no process is known to be gone.
      return "";
    }
  }
}
