package io.cellwall.fleet.preview;

import io.cellwall.fleet.base.ChangedLine;
import io.cellwall.fleet.base.Revision;
import io.cellwall.fleet.base.Scratch;
import io.cellwall.fleet.inventory.InventoryOption;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.reading.InventoryReader;
import io.cellwall.regions.reading.InventoryReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The inventory of a commit, written to a folder that nobody shall see.
 *
 * @param label what people call the commit
 * @param folder where it is
 * @param reading what came of reading it
 */
record BaseInventory(String label, Path folder, InventoryReading reading) {

  /** How many findings of an inventory that is not valid are told. */
  private static final int TOLD = 5;

  static BaseInventory of(Revision revision, InventoryOption inventory, Scratch scratch) {
    Path folder = scratch.folder().resolve("inventory");
    revision.checkOut(revision.pathOf(inventory.folder()), scratch, folder);
    return new BaseInventory(revision.shown(), folder, InventoryReader.read(folder));
  }

  /** Changes that are not legal, of the inventory as it becomes. */
  List<Finding> illegal(InventoryOption inventory) {
    List<Finding> found =
        new ArrayList<>(InventoryReader.readChange(folder, inventory.folder()).findings());
    found.removeAll(inventory.warnings());
    return found.stream().map(this::named).toList();
  }

  /** Why nothing can be compared with it. */
  String invalid() {
    List<Finding> blocking = reading.findings().stream().filter(Finding::blocks).toList();
    String told =
        blocking.stream()
            .limit(TOLD)
            .map(this::named)
            .map(BaseInventory::told)
            .collect(Collectors.joining("; "));
    return "The inventory of %s is not valid, so nobody can tell what changes; the stacks as they become were judged all the same. %s%s"
        .formatted(
            label,
            told,
            blocking.size() > TOLD ? "; and " + (blocking.size() - TOLD) + " more" : "");
  }

  private static String told(Finding finding) {
    return "%s: %s [%s]"
        .formatted(
            finding.source().map(Source::toString).orElse(finding.subject()),
            finding.message(),
            finding.rule());
  }

  /** A file of the inventory as it becomes, and the first line of it that changed. */
  Source changed(InventoryOption inventory, String file) {
    Path now = Path.of(file);
    String relative = inventory.folder().relativize(now).toString();
    int line = ChangedLine.of(folder.resolve(relative), now);
    return new Source(file, line, line == 0 ? 0 : 1);
  }

  private Finding named(Finding finding) {
    String path = folder.toString().replace('\\', '/');
    return new Finding(
        finding.rule(),
        finding.severity(),
        finding.subject(),
        finding.message().replace(path, label),
        finding.hint().replace(path, label),
        finding.path(),
        finding
            .source()
            .map(each -> new Source(each.file().replace(path, label), each.line(), each.column())),
        finding.crossesZone());
  }
}
