package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import java.util.Map;
import java.util.function.Function;

/** A cell's zone, region, account and addresses never change: they are what the cell is. */
final class ChangedIdentity implements ChangeRule {
  @Override
  public void check(WrittenInventory base, WrittenInventory head, Report report) {
    Map<CellName, WrittenFile<CellName, CellFile>> before = base.cellsByName();
    for (WrittenFile<CellName, CellFile> file : head.cells()) {
      CellName name = file.name().orNull();
      WrittenFile<CellName, CellFile> was = name == null ? null : before.get(name);
      if (was != null) {
        compare("zone", CellFile::zone, was, file, report);
        compare("region", CellFile::region, was, file, report);
        compare("account", CellFile::account, was, file, report);
        compare("cidr", CellFile::cidr, was, file, report);
      }
    }
  }

  private static <T> void compare(
      String key,
      Function<CellFile, Field<T>> field,
      WrittenFile<CellName, CellFile> was,
      WrittenFile<CellName, CellFile> file,
      Report report) {
    T from = field.apply(was.content()).orNull();
    T to = field.apply(file.content()).orNull();
    if (from != null && to != null && !from.equals(to)) {
      report.violation(
          file,
          field.apply(file.content()),
          "%s changes from %s to %s; it never changes".formatted(key, from, to),
          "Write %s again, or add a new cell and drain this one.".formatted(from));
    }
  }
}
