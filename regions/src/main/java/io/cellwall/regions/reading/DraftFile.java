package io.cellwall.regions.reading;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.FileKind;
import java.nio.file.Path;

/** The file of a cell or a zone as it is to be, to be judged with those that are there. */
public final class DraftFile {

  private final FileKind kind;
  private final String folder;
  private final String stem;
  private final String text;

  private DraftFile(FileKind kind, String folder, String stem, String text) {
    this.kind = kind;
    this.folder = folder;
    this.stem = stem;
    this.text = text;
  }

  /** The file of a cell. */
  public static DraftFile of(CellName name, String text) {
    return new DraftFile(FileKind.CELL, "cells", name.toString(), text);
  }

  /** The file of a zone. */
  public static DraftFile of(ZoneName name, String text) {
    return new DraftFile(FileKind.ZONE, "zones", name.value(), text);
  }

  /** The file's text. */
  public String text() {
    return text;
  }

  /** Where the file is to be. */
  public Path pathIn(Path directory) {
    return directory.resolve(folder).resolve(stem + ".yaml");
  }

  InventoryFiles.Found in(Path directory) {
    Path path = pathIn(directory);
    return new InventoryFiles.Found(
        kind, path, folder + "/" + stem, InventoryFiles.shown(path), stem);
  }
}
