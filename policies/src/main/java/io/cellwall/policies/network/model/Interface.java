package io.cellwall.policies.network.model;

import io.cellwall.policies.network.packet.Ranges;
import java.util.List;

/**
 * Something that sends and receives in a subnet: a network interface, or a resource that gets some.
 *
 * @param owner the resource
 * @param property the property that puts it into the subnet
 * @param subnet the subnet
 * @param addresses its addresses; those of the subnet where it is not known which
 * @param groups its security groups
 * @param filtering how much is known of what filters it
 */
public record Interface(
    Resource owner,
    String property,
    Subnet subnet,
    Ranges addresses,
    List<Resource> groups,
    Filtering filtering) {

  /** How much is known of what filters an interface. */
  public enum Filtering {
    /** Its security groups, and no others. */
    GROUPS,
    /** Nothing does, as with a network load balancer without security groups. */
    OPEN,
    /** Its security groups and others that are not known: reckon with all packets. */
    UNKNOWN,
    /**
     * None is declared: it stands for what the stack could yet put into the subnet, with any
     * security group of the VPC.
     */
    IMAGINED
  }

  public Interface {
    groups = List.copyOf(groups);
  }
}
