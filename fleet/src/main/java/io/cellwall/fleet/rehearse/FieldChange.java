package io.cellwall.fleet.rehearse;

import io.cellwall.regions.model.StackName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One field of an inventory and another value for it: what an operator of that kind of stack
 * changes in a day's work.
 *
 * @param file the file, below the inventory's folder
 * @param field what stands before the value on its line; the first such line counts
 * @param from the value now
 * @param to the value then
 */
record FieldChange(String file, String field, String from, String to) {

  /** A change that is small for a stack of this kind; the first of its list that the file has. */
  static Optional<FieldChange> of(Path inventory, StackName stack, String zone) {
    String zoneFile = "zones/" + zone + ".yaml";
    String cellFile = "cells/" + stack + ".yaml";
    List<FieldChange> candidates;
    if (stack instanceof StackName.OfCell) {
      candidates =
          List.of(
              new FieldChange(cellFile, "nat:", "per-zone", "single"),
              new FieldChange(cellFile, "nat:", "single", "per-zone"),
              new FieldChange(cellFile, "nat:", "none", "single"));
    } else if (stack instanceof StackName.OfRegionEdge) {
      candidates = List.of(new FieldChange("fleet.yaml", "envoy:", "\"sha256:5", "\"sha256:6"));
    } else if (stack instanceof StackName.OfZoneEdge) {
      candidates = List.of(new FieldChange(zoneFile, "target:", "_", "_0"));
    } else {
      candidates = zones(inventory).map(each -> new FieldChange(each, "- ns-", "", "1")).toList();
    }
    return Stream.concat(
            candidates.stream(), Stream.of(new FieldChange("fleet.yaml", "owner:", "", "new-")))
        .filter(each -> each.matcher(inventory).find())
        .findFirst();
  }

  private static Stream<String> zones(Path inventory) {
    try (Stream<Path> files = Files.list(inventory.resolve("zones"))) {
      return files.map(file -> "zones/" + file.getFileName()).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes the other value. */
  void apply(Path inventory) {
    Matcher matcher = matcher(inventory);
    if (!matcher.find()) {
      throw new IllegalStateException(file + " has no line with " + field + " " + from);
    }
    try {
      Files.writeString(
          inventory.resolve(file),
          matcher.replaceFirst(Matcher.quoteReplacement(matcher.group(1) + to)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** In words. */
  String inWords() {
    return file
        + ", "
        + field.replaceAll("^[- ]+|[-: ]+$", "")
        + (from.isEmpty() ? "" : ": " + from + " to " + to);
  }

  private Matcher matcher(Path inventory) {
    try {
      return Pattern.compile("(?m)^(\\s*" + Pattern.quote(field) + "\\s*)" + Pattern.quote(from))
          .matcher(Files.readString(inventory.resolve(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
