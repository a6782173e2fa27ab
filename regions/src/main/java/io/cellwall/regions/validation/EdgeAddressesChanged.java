package io.cellwall.regions.validation;

import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import io.cellwall.regions.written.ZoneFile.Edge;
import java.util.Map;
import java.util.Optional;

/** An edge's addresses never change and are not given up, as a cell's are not. */
final class EdgeAddressesChanged implements ChangeRule {
  @Override
  public void check(WrittenInventory base, WrittenInventory head, Report report) {
    Map<ZoneName, WrittenFile<ZoneName, ZoneFile>> after = head.zonesByName();
    for (WrittenFile<ZoneName, ZoneFile> was : base.zones()) {
      ZoneName name = was.name().orNull();
      WrittenFile<ZoneName, ZoneFile> file = name == null ? null : after.get(name);
      if (file != null && file.content().edges().value().isPresent()) {
        was.content().edgeList().forEach(edge -> compare(edge, file, report));
      }
    }
  }

  private static void compare(
      Entry<Region, Edge> was, WrittenFile<ZoneName, ZoneFile> file, Report report) {
    Region region = was.key().orNull();
    Cidr from = was.value().at(Edge::cidr).orNull();
    if (region == null || from == null) {
      return;
    }
    Optional<Entry<Region, Edge>> is =
        file.content().edgeList().stream().filter(edge -> edge.key().is(region)).findFirst();
    Field<Cidr> field =
        is.isPresent()
            ? is.get().value().at(Edge::cidr)
            : Field.missing(file.content().edges().source());
    if (is.isEmpty() || (field.value().isPresent() && !field.is(from))) {
      report.violation(
          file,
          field,
          "edges.%s.cidr was %s and is %s"
              .formatted(region, from, is.isEmpty() ? "gone" : field.get()),
          "Write it again: addresses never change and are never used again.");
    }
  }
}
