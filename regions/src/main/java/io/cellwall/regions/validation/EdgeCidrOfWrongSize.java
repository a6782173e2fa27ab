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

/**
 * An edge's block is a legal VPC: /16 to /28, and at least /22, so that each availability zone has
 * addresses for endpoints to all cells of the zone.
 */
final class EdgeCidrOfWrongSize implements InventoryRule {
  // https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
  private static final int WIDEST = 16;
  private static final int NARROWEST = 22;

  @Override
  public void check(WrittenInventory inventory, Report report) {
    for (WrittenFile<ZoneName, ZoneFile> file : inventory.zones()) {
      ZoneFile zone = file.content();

      for (Entry<Region, Edge> edge : zone.edgeList()) {
        Field<Cidr> field = edge.value().at(Edge::cidr);
        Cidr cidr = field.orNull();
        if (cidr != null && (cidr.prefixLength() < WIDEST || cidr.prefixLength() > NARROWEST)) {
          report.violation(
              file,
              field,
              "edges.%s.cidr %s is a /%d; it must be /%d to /%d"
                  .formatted(
                      edge.key().value().map(Region::code).orElse("?"),
                      cidr,
                      cidr.prefixLength(),
                      WIDEST,
                      NARROWEST),
              "Choose a free block: cellwall inventory addresses.");
        }
      }
    }
  }
}
