package io.cellwall.fleet.preview;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** Fingerprint of the code that plans: our own classes by content, libraries by name and size. */
public final class CodeFingerprint {

  private CodeFingerprint() {}

  /** The fingerprint of everything on this process's class path. */
  static String ofClassPath() {
    MessageDigest digest = CacheKey.digest();
    try {
      for (Path entry : entries()) {
        add(digest, entry);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the class path changed while it was read", e);
    }
    digest.update(System.getProperty("java.vm.version", "").getBytes(UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The fingerprint of a packaged program: the content of its jar and of all libraries that its
   * manifest names.
   *
   * @throws UncheckedIOException if one of them cannot be read
   */
  public static String ofProgram(Path jar) {
    MessageDigest digest = CacheKey.digest();
    try {
      content(digest, name(jar), jar);
      for (Path library : new TreeSet<>(manifestEntries(jar))) {
        content(digest, name(library), library);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program " + jar, e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Path entry) throws IOException {
    if (Files.isDirectory(entry)) {
      try (Stream<Path> files = Files.walk(entry)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          content(digest, entry.relativize(file).toString(), file);
        }
      }
    } else if (isOurs(entry)) {
      content(digest, name(entry), entry);
    } else {
      // A released library never changes under its name, and hashing 80 MB would cost every run
      // half a second.
      digest.update((name(entry) + " " + Files.size(entry) + "\n").getBytes(UTF_8));
    }
  }

  private static void content(MessageDigest digest, String name, Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    digest.update((name + " " + bytes.length + "\n").getBytes(UTF_8));
    digest.update(bytes);
  }

  // Packaging puts the group's name before each library's: see the module's pom.
  private static boolean isOurs(Path jar) {
    return name(jar).startsWith("io.cellwall.") || name(jar).equals("fleet.jar");
  }

  private static String name(Path entry) {
    return String.valueOf(entry.getFileName());
  }

  // The program's jar names its libraries in its manifest.
  private static List<Path> entries() throws IOException {
    TreeSet<Path> found = new TreeSet<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry).toAbsolutePath().normalize();
      if (Files.isDirectory(path)) {
        found.add(path);
      } else if (Files.exists(path)) {
        found.add(path);
        if (isOurs(path)) {
          found.addAll(manifestEntries(path));
        }
      }
    }
    return List.copyOf(found);
  }

  private static List<Path> manifestEntries(Path jar) throws IOException {
    try (JarFile file = new JarFile(jar.toFile(), false)) {
      Manifest manifest = file.getManifest();
      String entries =
          manifest == null
              ? null
              : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return entries == null
          ? List.of()
          : Arrays.stream(entries.split(" ", -1))
              .filter(entry -> !entry.isBlank())
              .map(jar::resolveSibling)
              .filter(Files::exists)
              .toList();
    }
  }
}
