package io.cellwall.cell.compute;

import io.cellwall.regions.model.Cidr;
import java.util.List;

/** From where the cluster's API can be reached. From inside the cell it always can. */
public sealed interface EndpointAccess {

  /** The blocks of the internet that reach the API, sorted. */
  List<Cidr> publicBlocks();

  /** From inside the cell only. */
  record Private() implements EndpointAccess {
    @Override
    public List<Cidr> publicBlocks() {
      return List.of();
    }
  }

  /**
   * Also from some addresses of the internet.
   *
   * @param publicBlocks the addresses, one block or more
   */
  record PublicFor(List<Cidr> publicBlocks) implements EndpointAccess {
    public PublicFor {
      publicBlocks = publicBlocks.stream().sorted().toList();
      if (publicBlocks.isEmpty()) {
        throw new IllegalArgumentException("a public endpoint needs a block that may reach it");
      }
    }
  }

  /** Private if no block is given, as EKS would open an empty list to everybody. */
  static EndpointAccess to(List<Cidr> blocks) {
    return blocks.isEmpty() ? new Private() : new PublicFor(blocks);
  }
}
