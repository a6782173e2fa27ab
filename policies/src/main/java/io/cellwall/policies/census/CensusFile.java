package io.cellwall.policies.census;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** One file of the census: comments, and lines of a scope and the selectors in it. */
final class CensusFile {

  private CensusFile() {}

  /** The selectors of the kind's file; empty if it has no such file. */
  static List<Selector> read(PropertyKind kind) {
    try (InputStream in = CensusFile.class.getResourceAsStream(kind.file())) {
      if (in == null) {
        throw new IllegalStateException("the census has no file " + kind.file());
      }
      try (BufferedReader reader =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        return parse(reader.lines().toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Selector> parse(List<String> lines) {
    List<Selector> selectors = new ArrayList<>();
    for (String line : lines) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      String[] words = line.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        selectors.add(Selector.parse(words[0], words[i]));
      }
    }
    return selectors;
  }
}
