package io.cellwall.regions.reading;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Waiver;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.FileKind;
import io.cellwall.regions.written.FleetFile;
import io.cellwall.regions.written.WaiverFile;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads each file of an inventory for itself; rules across files come later. */
final class WrittenReader {

  private final List<Finding> findings = new ArrayList<>();
  private final List<WrittenFile<String, FleetFile>> fleets = new ArrayList<>();
  private final List<WrittenFile<ZoneName, ZoneFile>> zones = new ArrayList<>();
  private final List<WrittenFile<CellName, CellFile>> cells = new ArrayList<>();
  private final List<WrittenFile<String, WaiverFile>> waivers = new ArrayList<>();

  private WrittenReader() {}

  /**
   * What the files say, and what is wrong with each.
   *
   * @param written the files as written
   * @param findings what is wrong
   */
  record Result(WrittenInventory written, List<Finding> findings) {}

  /**
   * Reads the files of a directory.
   *
   * @param draft a file as it is to be, if one is to be judged with the others
   */
  static Result read(Path directory, Optional<DraftFile> draft) {
    InventoryFiles files = InventoryFiles.in(directory);
    WrittenReader reader = new WrittenReader();
    reader.findings.addAll(files.findings());
    Optional<Path> drafted = draft.map(file -> file.pathIn(directory));
    for (InventoryFiles.Found file : files.found()) {
      if (drafted.equals(Optional.of(file.path()))) {
        continue;
      }
      Problems problems = new Problems(file.subject(), file.shown());
      reader.add(file, FileText.read(file.path(), problems), problems);
    }
    if (draft.isPresent()) {
      InventoryFiles.Found file = draft.get().in(directory);
      reader.add(file, Optional.of(draft.get().text()), new Problems(file.subject(), file.shown()));
    }
    return new Result(
        new WrittenInventory(reader.fleet(directory), reader.zones, reader.cells, reader.waivers),
        List.copyOf(reader.findings));
  }

  private void add(InventoryFiles.Found file, Optional<String> text, Problems problems) {
    Record content =
        new Binder(problems)
            .bind(file.kind().shape(), text.flatMap(each -> YamlTree.parse(each, problems)));
    switch (file.kind()) {
      case FLEET ->
          fleets.add(
              new WrittenFile<>(
                  file.subject(), Field.of("fleet", problems.whole()), (FleetFile) content));
      case ZONE ->
          zones.add(
              new WrittenFile<>(
                  file.subject(), name(file, ZoneName::parse, problems), (ZoneFile) content));
      case CELL ->
          cells.add(
              new WrittenFile<>(
                  file.subject(), name(file, CellName::parse, problems), (CellFile) content));
      case WAIVERS ->
          waivers.add(
              new WrittenFile<>(
                  file.subject(),
                  name(file, WrittenReader::scope, problems),
                  (WaiverFile) content));
    }
    findings.addAll(problems.findings());
  }

  private static String scope(String stem) {
    return stem.equals(Waiver.FLEET) ? stem : CellName.parse(stem).toString();
  }

  private static <N> Field<N> name(
      InventoryFiles.Found file, Function<String, N> parser, Problems problems) {
    try {
      if (Printable.isPrintable(file.stem())) {
        return Field.of(parser.apply(file.stem()), problems.whole());
      }
      problems.add(
          "WrongFileName", problems.whole(), "the file name is not plain text", "Rename the file.");
    } catch (IllegalArgumentException e) {
      problems.add(
          "WrongFileName", problems.whole(), "the file name " + e.getMessage(), "Rename the file.");
    }
    return Field.broken(problems.whole());
  }

  private WrittenFile<String, FleetFile> fleet(Path directory) {
    if (!fleets.isEmpty()) {
      return fleets.get(0);
    }
    Problems problems =
        new Problems("fleet", InventoryFiles.shown(directory.resolve("fleet.yaml")));
    Record blank = new Binder(problems).bind(FileKind.FLEET.shape(), Optional.empty());
    return new WrittenFile<>("fleet", Field.of("fleet", problems.whole()), (FleetFile) blank);
  }
}
