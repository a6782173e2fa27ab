package io.cellwall.regions.reading;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.written.FileKind;
import java.nio.file.Path;

/**
 * The file of a cell as it is to be, to be judged with those that are there.
 *
 * @param name the cell's name
 * @param text the file's text
 */
public record DraftFile(CellName name, String text) {

  /** Where the file is to be. */
  public Path pathIn(Path directory) {
    return directory.resolve("cells").resolve(name + ".yaml");
  }

  InventoryFiles.Found in(Path directory) {
    Path path = pathIn(directory);
    return new InventoryFiles.Found(
        FileKind.CELL, path, "cells/" + name, InventoryFiles.shown(path), name.toString());
  }
}
