package io.cellwall.regions.validation;

import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.ZoneName;
import io.cellwall.regions.written.CellFile;
import io.cellwall.regions.written.Entry;
import io.cellwall.regions.written.Field;
import io.cellwall.regions.written.WrittenFile;
import io.cellwall.regions.written.WrittenInventory;
import io.cellwall.regions.written.ZoneFile;
import io.cellwall.regions.written.ZoneFile.Edge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A block of addresses that a file claims.
 *
 * @param file the file that claims it
 * @param owner who has the block, as messages say it
 * @param key the key that holds it
 * @param field where it is written
 * @param cidr the block
 */
record Block(WrittenFile<?, ?> file, String owner, String key, Field<Cidr> field, Cidr cidr) {
  /** All well-formed blocks of all files, sorted by first address; wider blocks first. */
  static List<Block> in(WrittenInventory inventory) {
    List<Block> blocks = new ArrayList<>();
    for (WrittenFile<ZoneName, ZoneFile> zone : inventory.zones()) {
      for (Entry<Region, Edge> edge : zone.content().edgeList()) {
        String region = edge.key().value().map(Region::code).orElse("?");
        Field<Cidr> field = edge.value().at(Edge::cidr);
        String owner = "the edge of " + region + " in " + zone.subject();
        field
            .value()
            .ifPresent(
                cidr ->
                    blocks.add(new Block(zone, owner, "edges." + region + ".cidr", field, cidr)));
      }
    }
    for (WrittenFile<CellName, CellFile> cell : inventory.cells()) {
      Field<Cidr> field = cell.content().cidr();
      String owner = cell.subject() + (cell.content().isRetired() ? " (retired)" : "");
      field.value().ifPresent(cidr -> blocks.add(new Block(cell, owner, "cidr", field, cidr)));
    }
    blocks.sort(Comparator.comparing(Block::cidr));
    return blocks;
  }
}
