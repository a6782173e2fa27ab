package io.cellwall.fleet.rehearse;

import io.cellwall.rehearsal.cloud.Cloud;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Tells a backend that a rehearsal made, and so an AWS that can be looked into, from a real one.
 */
public final class RehearsedBackend {

  private RehearsedBackend() {}

  /**
   * The simulated AWS beside a backend; nothing if the backend is no rehearsal's.
   *
   * @param url the backend's URL
   */
  public static Optional<Cloud> cloud(String url) {
    if (!url.startsWith("file://")) {
      return Optional.empty();
    }
    Path folder = Path.of(URI.create(url.replaceFirst("\\?.*", "")).getPath()).getParent();
    return Optional.ofNullable(folder)
        .filter(each -> Files.isRegularFile(each.resolve(RehearsalFolder.MARK)))
        .map(each -> new Cloud(each.resolve("cloud"), List.of()));
  }
}
