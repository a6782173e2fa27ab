package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.written.FileKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Finds the files of an inventory, and what does not belong there. */
final class InventoryFiles {

  private static final String SUFFIX = ".yaml";

  private final Path directory;
  private final List<Found> found = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  private InventoryFiles(Path directory) {
    this.directory = directory;
  }

  /**
   * One file that is to be read.
   *
   * @param kind what it holds
   * @param path where it is
   * @param subject what findings call it: {@code cells/eu-west-1-cell-03}
   * @param shown its path as findings print it
   * @param stem its name without the suffix
   */
  record Found(FileKind kind, Path path, String subject, String shown, String stem) {}

  static InventoryFiles in(Path directory) {
    InventoryFiles files = new InventoryFiles(directory);
    files.list();
    return files;
  }

  List<Found> found() {
    return List.copyOf(found);
  }

  List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** How findings print a path: as the user named the directory, with forward slashes. */
  static String shown(Path path) {
    return Printable.of(path.toString().replace('\\', '/'), Integer.MAX_VALUE);
  }

  private void list() {
    if (!Files.isDirectory(directory)) {
      report(
          directory,
          "inventory",
          "NoInventory",
          "is not a directory",
          "Name the directory that holds fleet.yaml, zones/ and cells/.");
      return;
    }
    for (Path each : children(directory, "inventory")) {
      switch (nameOf(each)) {
        case "fleet.yaml" -> add(FileKind.FLEET, each, "fleet");
        case "zones", "cells", "waivers" -> {}
        default ->
            stray(each, "Only fleet.yaml, zones/, cells/, waivers/ and README.md belong here.");
      }
    }
    if (found.isEmpty()) {
      report(directory.resolve("fleet.yaml"), "fleet", "MissingFile", "is missing", "Write it.");
    }
    listFolder("zones", FileKind.ZONE);
    listFolder("cells", FileKind.CELL);
    if (Files.exists(directory.resolve("waivers"), LinkOption.NOFOLLOW_LINKS)) {
      listFolder("waivers", FileKind.WAIVERS);
    }
  }

  private void listFolder(String name, FileKind kind) {
    Path folder = directory.resolve(name);
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      report(folder, name, "MissingFile", "is not a directory", "Make a directory of this name.");
      return;
    }
    for (Path each : children(folder, name)) {
      String file = nameOf(each);
      if (file.endsWith(SUFFIX) && !file.startsWith(".")) {
        add(kind, each, name + "/" + stemOf(file));
      } else {
        stray(each, "Only " + name + "/<name>.yaml belongs here.");
      }
    }
  }

  private List<Path> children(Path folder, String subject) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    } catch (IOException e) {
      report(
          folder,
          subject,
          "UnreadableFile",
          "cannot be listed (" + e.getClass().getSimpleName() + ")",
          "Let the user who runs this read the directory.");
      return List.of();
    }
  }

  private void add(FileKind kind, Path path, String subject) {
    String stem = stemOf(nameOf(path));
    found.add(new Found(kind, path, Printable.of(subject), shown(path), stem));
  }

  // A file that is silently not read is a cell that is silently not checked.
  private void stray(Path path, String hint) {
    String name = nameOf(path);
    if (!name.equals("README.md") && !name.startsWith(".")) {
      String subject = directory.relativize(path).toString().replace('\\', '/');
      report(path, subject, "StrayFile", "does not belong here and is not read", hint);
    }
  }

  private void report(Path path, String subject, String rule, String message, String hint) {
    Problems problems = new Problems(Printable.of(subject), shown(path));
    problems.add(rule, problems.whole(), message, hint);
    findings.addAll(problems.findings());
  }

  private static String nameOf(Path path) {
    return String.valueOf(path.getFileName());
  }

  private static String stemOf(String fileName) {
    return fileName.substring(0, fileName.length() - SUFFIX.length());
  }
}
