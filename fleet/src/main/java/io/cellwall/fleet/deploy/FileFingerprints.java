package io.cellwall.fleet.deploy;

import io.cellwall.fleet.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** SHA-256 of files, by name. */
final class FileFingerprints {

  private FileFingerprints() {}

  /** Every file of a folder, by its name below it; or the one file, by its own name. */
  static SortedMap<String, String> of(Path path) {
    SortedMap<String, String> all = new TreeMap<>();
    if (!Files.exists(path)) {
      throw new UsageException("there is no " + path);
    }
    Path absolute = path.toAbsolutePath();
    Path base = Files.isDirectory(absolute) ? absolute : absolute.resolveSibling("");
    try (Stream<Path> files = Files.walk(absolute)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.put(base.relativize(file).toString().replace('\\', '/'), ofFile(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
    return all;
  }

  static String ofFile(Path file) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
