package io.cellwall.policies.ownership;

/** The shapes by which names are found inside texts. */
final class Tokens {

  // Not inside a longer word, so that "prod-eu-west-1-x" holds a region and "xeu-west-1" none.
  private static final String START = "(?<![A-Za-z0-9])";

  // Only the shape: whether AWS has such a region is for Region to say.
  private static final String REGION_CODE =
      "(?:eusc-de|[a-z]{2}(?:-gov|-iso[a-z]?)?)-(?:north|south|east|west|central){1,2}-[1-9]";

  /** A region's code; an availability zone's letter may follow. */
  static final String REGION = START + REGION_CODE + "(?![0-9])";

  /** A cell's name. */
  static final String CELL_NAME = START + REGION_CODE + "-cell-[0-9]{2}(?![0-9])";

  /** Twelve digits that are no part of a longer number, nor the end of a UUID. */
  static final String ACCOUNT =
      "(?<![A-Za-z0-9])(?<![0-9]\\.)(?<![0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-)[0-9]{12}(?![A-Za-z0-9])(?!\\.[0-9])";

  /** An availability zone's id. */
  static final String ZONE_ID = START + "[a-z]{2,6}[1-9]-az[1-9](?![0-9])";

  /** An ARN, up to what cannot stand in one. */
  static final String ARN =
      START + "arn:aws[a-z-]*:[a-z0-9-]*:[a-z0-9*-]*:[^:\\s\"',]*:[^\\s\"',]+";

  /** A PrivateLink endpoint service that a customer runs. */
  static final String ENDPOINT_SERVICE =
      "(?:com|cn)\\.amazonaws\\.(?:com\\.)?vpce\\.[a-z0-9-]+\\.vpce-svc-[0-9a-f]{8,17}";

  /** The id of much that has no prefix of its own. */
  static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

  /**
   * An id that AWS makes up: 17 hexadecimal digits after one to three words, whatever they say; of
   * old, EC2 gave 8 digits; a directory has 10, a workspace of Prometheus a UUID.
   */
  static final String RESOURCE_ID =
      START
          + "(?:(?:[a-z][a-z0-9]{0,14}-){1,3}[0-9a-f]{17}"
          + "|(?:vpc|subnet|sg|rtb|igw|nat|acl|pcx|vpce|eni|eipalloc|eipassoc|pl|i|ami|snap|vol"
          + "|vgw|vpn|cgw|dopt|fs|dxgw|dxcon|dxvif)-[0-9a-f]{8}"
          + "|d-[0-9a-f]{10}|ws-"
          + UUID
          + ")(?![A-Za-z0-9])";

  /** A host name of at least two labels, and no more than DNS has. */
  static final String HOST =
      START
          + "(?:[a-z0-9*_](?:[a-z0-9_-]{0,61}[a-z0-9])?\\.){1,126}[a-z][a-z0-9-]*[a-z](?![A-Za-z0-9])";

  /** A block of IPv4 addresses, or one address. */
  static final String CIDR = "[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?:/[0-9]{1,2})?";

  /** The same inside a longer text, where only one with a prefix length counts. */
  static final String CIDR_INSIDE = "(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}/[0-9]{1,2}(?![0-9])";

  /** One address inside a longer text, where a URL, a port or a list shows that it is one. */
  static final String ADDRESS_INSIDE =
      "(?<=[/@,;])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?![0-9.])"
          + "|(?<![0-9.])[0-9]{1,3}(?:\\.[0-9]{1,3}){3}(?=:[0-9]{1,5}(?![0-9])|[,;])";

  /** The name that a VPC's own resolver has for an address. */
  static final String ADDRESS_NAME = START + "ip(?:-[0-9]{1,3}){4}(?![0-9-])";

  /** The id of a pool of users. */
  static final String USER_POOL = START + REGION_CODE + "_[A-Za-z0-9]{9}(?![A-Za-z0-9])";

  /** What only an IPv6 address, or a block of them, may be made of. */
  static final String IPV6 = "[0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7}(?:/[0-9]{1,3})?";

  /** The id of a hosted zone. */
  static final String HOSTED_ZONE = "Z[A-Z0-9]{8,31}";

  /** The id of a KMS key, {@code mrk-} where it is one of many regions. */
  static final String KEY_ID = UUID + "|mrk-[0-9a-f]{32}";

  private Tokens() {}
}
