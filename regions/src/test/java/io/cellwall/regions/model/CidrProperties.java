package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The library's arithmetic against plain arithmetic on longs. */
class CidrProperties {

  private record Range(long first, int length) {
    long last() {
      return first + (1L << (32 - length)) - 1;
    }

    Cidr cidr() {
      return Cidr.parse(text());
    }

    String text() {
      return "%d.%d.%d.%d/%d"
          .formatted(first >> 24, (first >> 16) & 255, (first >> 8) & 255, first & 255, length);
    }

    static Range of(Cidr cidr) {
      String[] parts = cidr.toString().split("[./]", -1);
      long first = 0;
      for (int i = 0; i < 4; i++) {
        first = first * 256 + Long.parseLong(parts[i]);
      }
      return new Range(first, Integer.parseInt(parts[4]));
    }
  }

  // Close to each other, so that they often overlap.
  @Provide
  Arbitrary<Range> ranges() {
    return Combinators.combine(
            Arbitraries.of(10L << 24, 192L << 24, 255L << 24, 0L),
            Arbitraries.longs().between(0, (1L << 24) - 1),
            Arbitraries.integers().between(8, 32))
        .as((base, offset, length) -> canonical(base + (offset & 0xF0F0FFL), length));
  }

  private static Range canonical(long address, int length) {
    long size = 1L << (32 - length);
    return new Range(address / size * size, length);
  }

  @Property
  void should_print_what_it_parses(@ForAll("ranges") Range range) {
    assertThat(range.cidr()).hasToString(range.text());
    assertThat(range.cidr().prefixLength()).isEqualTo(range.length());
    assertThat(range.cidr().addresses()).isEqualTo(range.last() - range.first() + 1);
    assertThat(range.text()).matches(Cidr.SHAPE);
  }

  @Property
  void should_overlap_and_contain_as_ranges_do(
      @ForAll("ranges") Range a, @ForAll("ranges") Range b) {
    assertThat(a.cidr().overlaps(b.cidr()))
        .isEqualTo(a.first() <= b.last() && b.first() <= a.last());
    assertThat(a.cidr().contains(b.cidr()))
        .isEqualTo(a.first() <= b.first() && b.last() <= a.last());
    assertThat(a.cidr().equals(b.cidr())).isEqualTo(a.equals(b));
    int order = Long.compare(a.first(), b.first());
    assertThat(Integer.signum(a.cidr().compareTo(b.cidr())))
        .isEqualTo(order != 0 ? order : Integer.compare(a.length(), b.length()));
  }

  @Property(tries = 200)
  void should_divide_into_blocks_that_follow_each_other(
      @ForAll("ranges") Range range, @ForAll("bits") int bits) {
    int length = Math.min(32, range.length() + bits);
    long next = range.first();
    for (Cidr block : range.cidr().divide(length)) {
      assertThat(Range.of(block)).isEqualTo(new Range(next, length));
      next += block.addresses();
    }
    assertThat(next).isEqualTo(range.last() + 1);
    assertThat(range.cidr().firstBlock(length)).isEqualTo(range.cidr().divide(length).get(0));
  }

  @Provide
  Arbitrary<Integer> bits() {
    return Arbitraries.integers().between(0, 6);
  }

  @Property(tries = 300)
  void should_leave_exactly_what_is_not_taken(
      @ForAll("ranges") Range pool, @ForAll("takens") List<Range> taken) {
    // WHEN
    List<Range> free =
        pool.cidr().without(taken.stream().map(Range::cidr).toList()).stream()
            .map(Range::of)
            .toList();

    // THEN the free blocks are in order, inside the pool and clear of what is taken
    for (int i = 0; i < free.size(); i++) {
      Range block = free.get(i);
      assertThat(block.first()).isBetween(pool.first(), pool.last());
      assertThat(block.last()).isBetween(pool.first(), pool.last());
      assertThat(i == 0 || free.get(i - 1).last() < block.first()).isTrue();
      assertThat(taken)
          .noneMatch(each -> each.first() <= block.last() && block.first() <= each.last());
    }
    // AND every edge of a taken block that is free by arithmetic is in a free block
    for (Range each : taken) {
      for (long address : List.of(each.first() - 1, each.last() + 1, pool.first(), pool.last())) {
        boolean isFree =
            address >= pool.first()
                && address <= pool.last()
                && taken.stream().noneMatch(t -> t.first() <= address && address <= t.last());
        assertThat(free.stream().anyMatch(f -> f.first() <= address && address <= f.last()))
            .isEqualTo(isFree);
      }
    }
  }

  @Provide
  Arbitrary<List<Range>> takens() {
    return ranges().list().ofMaxSize(8);
  }
}
