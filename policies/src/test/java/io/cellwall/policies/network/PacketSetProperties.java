package io.cellwall.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import inet.ipaddr.IPAddress;
import io.cellwall.policies.network.packet.AddressRange;
import io.cellwall.policies.network.packet.Box;
import io.cellwall.policies.network.packet.Interval;
import io.cellwall.policies.network.packet.Packet;
import io.cellwall.policies.network.packet.PacketSet;
import io.cellwall.policies.network.packet.Ranges;
import io.cellwall.policies.network.packet.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Set algebra, checked packet by packet on a small world of both families. */
class PacketSetProperties {

  private static IPAddress address(boolean v4, int number) {
    String network = number < 2 ? "2001:0:0:0" : "fd00:0:0:" + number / 3;
    return Ranges.parse(v4 ? "10.0.0." + number : network + "::" + number).orElseThrow();
  }

  private static PacketSet random(Random random) {
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < random.nextInt(4); i++) {
      boolean v4 = random.nextBoolean();
      boxes.add(new Box(range(random, v4), range(random, v4), interval(random), interval(random)));
    }
    return new PacketSet(boxes);
  }

  private static AddressRange range(Random random, boolean v4) {
    int low = random.nextInt(4);
    return AddressRange.of(
        address(v4, low).spanWithRange(address(v4, low + random.nextInt(5 - low))));
  }

  private static Interval interval(Random random) {
    int low = random.nextInt(3);
    return new Interval(low, low + random.nextInt(4 - low));
  }

  private static List<Packet> world() {
    List<Packet> world = new ArrayList<>();
    for (boolean v4 : new boolean[] {true, false}) {
      for (int source = 0; source < 5; source++) {
        for (int destination = 0; destination < 5; destination++) {
          for (int protocol = 0; protocol < 4; protocol++) {
            for (int port = 0; port < 4; port++) {
              world.add(new Packet(address(v4, source), address(v4, destination), protocol, port));
            }
          }
        }
      }
    }
    return world;
  }

  private static final List<Packet> WORLD = world();

  @Property(tries = 300)
  void should_reckon_as_sets_do(@ForAll long seed) {
    // GIVEN
    Random random = new Random(seed);
    PacketSet one = random(random);
    PacketSet other = random(random);
    // WHEN
    PacketSet and = one.and(other);
    PacketSet or = one.or(other);
    PacketSet minus = one.minus(other);
    // THEN
    for (Packet packet : WORLD) {
      boolean in = one.contains(packet);
      boolean inOther = other.contains(packet);
      assertThat(and.contains(packet)).isEqualTo(in && inOther);
      assertThat(or.contains(packet)).isEqualTo(in || inOther);
      assertThat(minus.contains(packet)).isEqualTo(in && !inOther);
    }
    assertThat(minus.isEmpty()).isEqualTo(WORLD.stream().noneMatch(minus::contains));
    one.sample().ifPresent(packet -> assertThat(one.contains(packet)).isTrue());
  }

  @Property(tries = 20)
  void should_err_on_the_right_side_beyond_the_limit(@ForAll long seed) {
    // GIVEN
    Random random = new Random(seed);
    List<Box> boxes = new ArrayList<>();
    while (boxes.size() <= PacketSet.LIMIT) {
      boxes.addAll(random(random).boxes());
    }
    PacketSet many = new PacketSet(boxes);
    // WHEN
    PacketSet more = many.limited(Reading.AT_MOST);
    PacketSet less = many.limited(Reading.AT_LEAST);
    // THEN
    assertThat(more.boxes().size()).isLessThanOrEqualTo(2);
    assertThat(less.boxes()).hasSize(PacketSet.LIMIT);
    for (Packet packet : WORLD) {
      assertThat(more.contains(packet) || !many.contains(packet)).isTrue();
      assertThat(many.contains(packet) || !less.contains(packet)).isTrue();
    }
  }
}
