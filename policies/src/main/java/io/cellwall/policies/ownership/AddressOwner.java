package io.cellwall.policies.ownership;

import io.cellwall.regions.model.Cidr;
import java.util.List;

/** Finds the owner of a block of addresses. */
final class AddressOwner {

  /** Ranges that no public network routes: RFC 1918, RFC 6598. */
  private static final List<Cidr> PRIVATE =
      List.of(
          Cidr.parse("10.0.0.0/8"),
          Cidr.parse("172.16.0.0/12"),
          Cidr.parse("192.168.0.0/16"),
          Cidr.parse("100.64.0.0/10"));

  /** Inside one host or one subnet: RFC 1122 and RFC 3927, where AWS serves metadata and time. */
  private static final List<Cidr> LOCAL =
      List.of(Cidr.parse("127.0.0.0/8"), Cidr.parse("169.254.0.0/16"));

  private AddressOwner() {}

  static Owner of(Cidr block, OwnerIndex index, Home home) {
    if (block.prefixLength() == 0) {
      return new Owner.Everyone();
    }
    if (home.addresses().filter(own -> own.contains(block)).isPresent()) {
      return new Owner.ThisStack();
    }
    List<Owner> owners = index.ofAddresses(block, home);
    if (owners.size() == 1) {
      return owners.get(0);
    }
    if (!owners.isEmpty()) {
      return new Owner.Several(owners.get(0), owners.size() - 1);
    }
    if (LOCAL.stream().anyMatch(local -> local.contains(block))) {
      return new Owner.Aws();
    }
    return PRIVATE.stream().anyMatch(block::overlaps) ? new Owner.Nobody() : new Owner.Internet();
  }
}
