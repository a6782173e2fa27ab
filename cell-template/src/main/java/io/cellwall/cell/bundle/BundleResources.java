package io.cellwall.cell.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The files below {@code bundle/} in this module's jar. */
final class BundleResources {

  private BundleResources() {}

  /** The text of a file. */
  static String text(String file) {
    try (InputStream in = BundleResources.class.getResourceAsStream("/bundle/" + file)) {
      if (in == null) {
        throw new IllegalStateException("bundle/" + file + " is named but not there: add the file");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
