package io.cellwall.policies.network.opening;

/**
 * Something that lets a stack's network deal with another's, were they joined, or that hinders the
 * proof that they are not.
 *
 * @param kind what it is
 * @param stack the stack that declares it
 * @param urn the resource
 * @param property where in the resource
 * @param value what stands there
 * @param towards whose it is: a stack, or an id that no stack has; empty if nobody's
 */
public record Opening(
    Kind kind, String stack, String urn, String property, String value, String towards) {

  /** What an opening is. */
  public enum Kind {
    /** A security group of another stack, or of none. */
    FOREIGN_SECURITY_GROUP,
    /** Addresses that are not the stack's own, in a filter. */
    FOREIGN_RANGE,
    /** Everybody may come in, and nothing is there for everybody. */
    WIDE_RANGE,
    /** A prefix list of another stack, of none, or with addresses not the stack's own. */
    FOREIGN_PREFIX_LIST,
    /** A route to addresses that are not the stack's own. */
    ROUTE_TO_FOREIGN_RANGE,
    /** Two stacks' VPCs have the same addresses. */
    OVERLAPPING_ADDRESSES,
    /** An endpoint of an AWS service through which everything may be asked of everybody's data. */
    OPEN_ENDPOINT_POLICY,
    /** An endpoint service that connects consumers without being asked. */
    UNASKED_CONSUMERS,
    /** Not known yet, and nothing says what it derives from. */
    UNKNOWN
  }

  /** One sentence for a reader. */
  public String shown() {
    String whose = towards.isEmpty() ? "" : ", of " + towards;
    return "%s: %s of %s is %s%s".formatted(kind, property, urn, value, whose);
  }
}
