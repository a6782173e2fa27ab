package io.cellwall.policies.network.model;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import io.cellwall.policies.network.packet.Ranges;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Which VPC has an address; found without looking at all of them. */
public final class AddressOwners {

  private record Block(IPAddressSeqRange range, Vpc vpc) {}

  /** The blocks of one family by their first address, and the last address seen up to each. */
  private static final class Index {
    private final List<Block> blocks = new ArrayList<>();
    private final List<IPAddress> reach = new ArrayList<>();

    void sort() {
      blocks.sort(Comparator.comparing(block -> block.range().getLower()));
      for (Block block : blocks) {
        IPAddress last = block.range().getUpper();
        IPAddress before = reach.isEmpty() ? last : reach.get(reach.size() - 1);
        reach.add(before.compareTo(last) > 0 ? before : last);
      }
    }

    Optional<Vpc> first(IPAddressSeqRange asked, Predicate<Vpc> wanted) {
      int low = 0;
      int high = blocks.size();
      while (low < high) {
        int middle = (low + high) >>> 1;
        boolean starts = blocks.get(middle).range().getLower().compareTo(asked.getUpper()) <= 0;
        low = starts ? middle + 1 : low;
        high = starts ? high : middle;
      }
      for (int i = low - 1; i >= 0 && reach.get(i).compareTo(asked.getLower()) >= 0; i--) {
        Block block = blocks.get(i);
        if (block.range().intersect(asked) != null && wanted.test(block.vpc())) {
          return Optional.of(block.vpc());
        }
      }
      return Optional.empty();
    }
  }

  private final Index v4 = new Index();
  private final Index v6 = new Index();

  /** Indexes the known blocks. */
  public AddressOwners(Vpcs vpcs) {
    for (Vpc vpc : vpcs.all()) {
      for (IPAddressSeqRange range : vpc.addresses().known()) {
        (range.isIPv4() ? v4 : v6).blocks.add(new Block(range, vpc));
      }
    }
    v4.sort();
    v6.sort();
  }

  /** One of the wanted VPCs that has some of the addresses. */
  public Optional<Vpc> find(Ranges addresses, Predicate<Vpc> wanted) {
    for (IPAddressSeqRange range : addresses.known()) {
      Optional<Vpc> found = (range.isIPv4() ? v4 : v6).first(range, wanted);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
