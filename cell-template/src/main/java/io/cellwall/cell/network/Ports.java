package io.cellwall.cell.network;

import java.util.Optional;

/**
 * What a security group lets pass.
 *
 * @param protocol {@code tcp}, or {@code -1} for all
 * @param range the ports; empty for all protocols, which AWS takes without ports
 */
public record Ports(String protocol, Optional<Range> range) {

  /** TLS, as AWS's services and the cell's own entrance speak it. */
  public static final Ports TLS = tcp(443);

  /** Every protocol. */
  public static final Ports ALL = new Ports("-1", Optional.empty());

  /**
   * Ports that follow one another.
   *
   * @param first the first
   * @param last the last, which may be the first
   */
  public record Range(int first, int last) {}

  /** One TCP port. */
  public static Ports tcp(int port) {
    return tcp(port, port);
  }

  /** TCP ports that follow one another. */
  public static Ports tcp(int first, int last) {
    return new Ports("tcp", Optional.of(new Range(first, last)));
  }
}
