package io.cellwall.cell.data;

import java.util.Optional;

/**
 * A database's part in an Aurora Global Database, the only replication between cells that there may
 * be. Both clusters compute its name from the inventory, so neither stack reads the other.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html">Aurora
 *     Global Database</a>
 */
public sealed interface DatabaseRole {

  /** The identifier of the global database, if it is part of one. */
  default Optional<String> global() {
    return Optional.empty();
  }

  /** It is nobody's copy, and has none. */
  record Alone() implements DatabaseRole {}

  /**
   * It is written, and replicated to a standby.
   *
   * @param name identifier of the global database, which this stack makes
   */
  record Primary(String name) implements DatabaseRole {
    @Override
    public Optional<String> global() {
      return Optional.of(name);
    }
  }

  /**
   * It is the copy that a standby keeps of its partner's database, read only until it is promoted.
   *
   * @param name identifier of the global database, which the partner's stack has made
   */
  record Copy(String name) implements DatabaseRole {
    @Override
    public Optional<String> global() {
      return Optional.of(name);
    }
  }
}
