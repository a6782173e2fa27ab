package io.cellwall.policies.iam.glob;

import static org.assertj.core.api.Assertions.assertThat;

import dk.brics.automaton.Automaton;
import dk.brics.automaton.BasicAutomata;
import dk.brics.automaton.BasicOperations;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Patterns and their search against finite automata of a library. */
class GlobProperties {

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of("a", "b", "*", "?", "ab", ":")
        .list()
        .ofMaxSize(7)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<List<String>> lists() {
    return patterns().list().ofMaxSize(3);
  }

  private static Automaton automaton(String pattern) {
    return BasicOperations.concatenate(
        Stream.concat(
                Stream.of(BasicAutomata.makeEmptyString()),
                pattern.chars().mapToObj(GlobProperties::symbol))
            .toList());
  }

  private static Automaton symbol(int c) {
    return switch (c) {
      case '*' -> BasicAutomata.makeAnyString();
      case '?' -> BasicAutomata.makeAnyChar();
      default -> BasicAutomata.makeChar((char) c);
    };
  }

  private static Automaton union(List<String> patterns) {
    return BasicOperations.union(
        Stream.concat(
                Stream.of(BasicAutomata.makeEmpty()),
                patterns.stream().map(GlobProperties::automaton))
            .toList());
  }

  private static GlobRegion region(List<String> in, List<String> out) {
    return new GlobRegion(
        in.stream().map(Glob::parse).toList(), out.stream().map(Glob::parse).toList());
  }

  @Property(tries = 5000)
  void should_overlap_when_automata_meet(
      @ForAll("patterns") String one, @ForAll("patterns") String two) {
    assertThat(Glob.parse(one).overlaps(Glob.parse(two)))
        .isEqualTo(!automaton(one).intersection(automaton(two)).isEmpty());
  }

  @Property(tries = 5000)
  void should_cover_only_what_automata_contain(
      @ForAll("patterns") String one, @ForAll("patterns") String two) {
    // A no may be too careful where question marks and asterisks mix; a yes must be certain.
    if (Glob.parse(one).covers(Glob.parse(two))) {
      assertThat(automaton(two).subsetOf(automaton(one))).isTrue();
    } else if (!one.contains("?") && !two.contains("?")) {
      assertThat(automaton(two).subsetOf(automaton(one))).isFalse();
    }
  }

  @Property(tries = 3000)
  void should_find_the_shortest_text_when_there_is_one(
      @ForAll("lists") List<String> in,
      @ForAll("lists") List<String> out,
      @ForAll("lists") List<String> layer,
      @ForAll("lists") List<String> forbidden) {
    // GIVEN
    Automaton rest = union(in).minus(union(out)).intersection(union(layer)).minus(union(forbidden));
    // WHEN
    GlobSearch.Result result =
        GlobSearch.find(
            List.of(List.of(region(in, out)), List.of(region(layer, List.of()))),
            List.of(region(forbidden, List.of())));
    // THEN
    if (rest.isEmpty()) {
      assertThat(result).isEqualTo(new GlobSearch.Result.None());
    } else {
      assertThat(result).isInstanceOf(GlobSearch.Result.Found.class);
      String text = ((GlobSearch.Result.Found) result).text();
      assertThat(rest.run(text)).as(text).isTrue();
      assertThat(text).hasSameSizeAs(rest.getShortestExample(true));
    }
  }
}
