package io.cellwall.cell.network;

import java.util.List;

/** Where the cell's data is served: what its security groups and its network ACL let pass. */
public final class DataPorts {

  /** The database. */
  public static final Ports POSTGRESQL = Ports.tcp(5_432);

  /** The cache. */
  public static final Ports VALKEY = Ports.tcp(6_379);

  private DataPorts() {}

  /** All of them, in the order of their numbers. */
  static List<Ports> all() {
    return List.of(POSTGRESQL, VALKEY);
  }
}
