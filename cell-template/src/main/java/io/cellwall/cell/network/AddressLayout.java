package io.cellwall.cell.network;

import io.cellwall.regions.model.AvailabilityZoneId;
import io.cellwall.regions.model.Cidr;

/**
 * Which addresses of a cell's block each subnet has. {@link Tier} draws the map.
 *
 * @param block the cell's block, /16 to /20: AWS's largest VPC, and the smallest whose subnets are
 *     all of a legal size (/28)
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html">VPC CIDR
 *     blocks</a>
 */
public record AddressLayout(Cidr block) {

  /** The highest number of an availability zone that the layout has room for. */
  public static final int HIGHEST_ZONE = AvailabilityZoneId.HIGHEST_NUMBER;

  public AddressLayout {
    if (block.prefixLength() < 16 || block.prefixLength() > 20) {
      throw new IllegalArgumentException(
          block + " cannot be laid out as a cell: its prefix must be /16 to /20");
    }
  }

  /**
   * The block of a subnet.
   *
   * @throws IllegalArgumentException if the zone's number is above {@link #HIGHEST_ZONE}
   */
  public Cidr subnet(Tier tier, AvailabilityZoneId zone) {
    int number = zone.number();
    if (number > HIGHEST_ZONE) {
      throw new IllegalArgumentException(
          "%s has no place in a cell's addresses: zones are numbered 1 to %d"
              .formatted(zone, HIGHEST_ZONE));
    }
    return block.divide(block.prefixLength() + tier.extraBits()).get(tier.first() + number - 1);
  }
}
