package io.cellwall.policies.network.connector;

/** Something that could join two VPCs, or a VPC and something outside of all stacks. */
public sealed interface Connector {

  /** What it is. */
  Kind kind();

  /** The stack that declares it. */
  String stack();

  /** The near end, or the one that begins connections. */
  Place from();

  /** The far end, or the one that is reached. */
  Place to();

  /** The resource that makes it. */
  String urn();

  /** The property that names the end beyond, such as {@code peerVpcId}. */
  String property();

  /** Whether an end lies beyond the wall of the stack that declares it. */
  default boolean crosses() {
    return from().isBeyond(stack()) || to().isBeyond(stack());
  }

  /** One sentence for a reader. */
  default String shown() {
    return "%s: %s of %s joins %s with %s"
        .formatted(kind(), property(), urn(), from().shown(), to().shown());
  }

  /** Packets pass both ways, as routes and filters let them. */
  record Link(Kind kind, String stack, Place from, Place to, String urn, String property)
      implements Connector {}

  /** Something that takes connections at one end and makes them anew at the other. */
  record Service(Kind kind, String stack, Place from, Place to, String urn, String property)
      implements Connector {}

  /** Names are resolved across it; no packet passes but those of DNS. */
  record Naming(Kind kind, String stack, Place from, Place to, String urn, String property)
      implements Connector {}

  /** Lets another account make a connector. */
  record Share(Kind kind, String stack, Place from, Place to, String urn, String property)
      implements Connector {}

  /** What a connector is; its shape follows from it. */
  enum Kind {
    PEERING(Shape.LINK),
    ROUTE(Shape.LINK),
    TRANSIT_GATEWAY_ATTACHMENT(Shape.LINK),
    TRANSIT_GATEWAY_ASSOCIATION(Shape.LINK),
    TRANSIT_GATEWAY_PROPAGATION(Shape.LINK),
    TRANSIT_GATEWAY_ROUTE(Shape.LINK),
    TRANSIT_GATEWAY_PEERING(Shape.LINK),
    /** A transit gateway that whoever it is shared with joins by default. */
    TRANSIT_GATEWAY_OPEN(Shape.SHARE),
    CORE_NETWORK_ATTACHMENT(Shape.LINK),
    VPN(Shape.LINK),
    DIRECT_CONNECT(Shape.LINK),
    INTERNET_GATEWAY(Shape.LINK),
    /** Part of one stack's network inside another's: subnets, interfaces, addresses. */
    ATTACHMENT(Shape.LINK),
    PRIVATE_LINK(Shape.SERVICE),
    PRIVATE_LINK_OFFER(Shape.SHARE),
    LATTICE(Shape.SERVICE),
    LOAD_BALANCER_TARGET(Shape.SERVICE),
    VPC_LINK(Shape.SERVICE),
    ACCELERATOR_ENDPOINT(Shape.SERVICE),
    VPC_ORIGIN(Shape.SERVICE),
    RESOURCE_SHARE(Shape.SHARE),
    HOSTED_ZONE_ASSOCIATION(Shape.NAMING),
    DNS_RECORD(Shape.NAMING),
    RESOLVER_RULE(Shape.NAMING);

    private enum Shape {
      LINK,
      SERVICE,
      NAMING,
      SHARE
    }

    private final Shape shape;

    Kind(Shape shape) {
      this.shape = shape;
    }

    /** Whether packets can pass on it. */
    public boolean carriesPackets() {
      return shape == Shape.LINK || shape == Shape.SERVICE;
    }

    /** Whether packets pass on it both ways. */
    public boolean isBothWays() {
      return shape == Shape.LINK;
    }

    /** A connector of this kind. */
    public Connector between(Place from, Place to, String stack, String urn, String property) {
      return switch (shape) {
        case LINK -> new Link(this, stack, from, to, urn, property);
        case SERVICE -> new Service(this, stack, from, to, urn, property);
        case NAMING -> new Naming(this, stack, from, to, urn, property);
        case SHARE -> new Share(this, stack, from, to, urn, property);
      };
    }
  }
}
