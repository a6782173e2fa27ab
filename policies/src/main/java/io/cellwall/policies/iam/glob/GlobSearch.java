package io.cellwall.policies.iam.glob;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the shortest text that lies in one region of every layer and in no forbidden region, or
 * shows that there is none.
 *
 * <p>All patterns are run side by side as one deterministic automaton whose states are made only
 * when they are reached. So the answer is exact, and the work is bounded by the number of states
 * that may be visited: patterns made to blow up ({@code *a??????????????}) end in {@link
 * Result.TooComplex}, not in a heap dump.
 */
public final class GlobSearch {

  /**
   * States that one search may visit. An ordinary search visits about as many as its patterns have
   * characters.
   */
  public static final int MAX_STATES = 20_000;

  /** What a search ends with. */
  public sealed interface Result {
    /** A text, the shortest there is. */
    record Found(String text) implements Result {}

    /** No text at all. */
    record None() implements Result {}

    /** The search was given up. */
    record TooComplex() implements Result {}
  }

  private final List<Glob> globs;
  private final List<List<IndexedRegion>> layers;
  private final List<IndexedRegion> forbidden;

  /** A region by the places of its patterns in the list of all patterns. */
  private record IndexedRegion(List<Integer> in, List<Integer> out) {}

  private record Visit(List<BitSet> at, @Nullable Visit from, char read) {}

  private GlobSearch(List<List<GlobRegion>> layers, List<GlobRegion> forbidden) {
    Map<Glob, Integer> index = new LinkedHashMap<>();
    this.layers =
        layers.stream()
            .map(layer -> layer.stream().map(region -> indexed(region, index)).toList())
            .toList();
    this.forbidden = forbidden.stream().map(region -> indexed(region, index)).toList();
    this.globs = List.copyOf(index.keySet());
  }

  private static IndexedRegion indexed(GlobRegion region, Map<Glob, Integer> index) {
    return new IndexedRegion(places(region.in(), index), places(region.out(), index));
  }

  private static List<Integer> places(List<Glob> globs, Map<Glob, Integer> index) {
    List<Integer> places = new ArrayList<>();
    for (Glob glob : globs) {
      Integer place = index.putIfAbsent(glob, index.size());
      places.add(place == null ? index.size() - 1 : place);
    }
    return places;
  }

  /**
   * Searches.
   *
   * @param layers of each, one region must hold the text
   * @param forbidden none of these may hold it
   */
  public static Result find(List<List<GlobRegion>> layers, List<GlobRegion> forbidden) {
    return new GlobSearch(layers, forbidden).run();
  }

  private Result run() {
    List<BitSet> start = new ArrayList<>();
    for (Glob glob : globs) {
      BitSet first = new BitSet();
      first.set(0);
      start.add(glob.close(first));
    }
    Set<List<BitSet>> seen = new HashSet<>();
    Deque<Visit> queue = new ArrayDeque<>();
    seen.add(start);
    queue.add(new Visit(start, null, ' '));
    while (!queue.isEmpty()) {
      Visit visit = queue.remove();
      if (accepts(visit.at())) {
        return new Result.Found(spell(visit));
      }
      for (char next : alphabet(visit.at())) {
        List<BitSet> to = step(visit.at(), next);
        if (isHopeless(to) || !seen.add(to)) {
          continue;
        }
        if (seen.size() > MAX_STATES) {
          return new Result.TooComplex();
        }
        queue.add(new Visit(to, visit, next));
      }
    }
    return new Result.None();
  }

  private boolean accepts(List<BitSet> at) {
    return layers.stream().allMatch(layer -> layer.stream().anyMatch(region -> holds(region, at)))
        && forbidden.stream().noneMatch(region -> holds(region, at));
  }

  private boolean holds(IndexedRegion region, List<BitSet> at) {
    return anyMatches(region.in(), at) && !anyMatches(region.out(), at);
  }

  private boolean anyMatches(List<Integer> places, List<BitSet> at) {
    for (int place : places) {
      if (at.get(place).get(globs.get(place).symbols().length())) {
        return true;
      }
    }
    return false;
  }

  /** A layer that nothing can satisfy any more, or a forbidden region that nothing can leave. */
  private boolean isHopeless(List<BitSet> at) {
    return layers.stream()
            .anyMatch(layer -> layer.stream().noneMatch(region -> isAlive(region, at)))
        || forbidden.stream().anyMatch(region -> isForever(region, at));
  }

  private boolean isAlive(IndexedRegion region, List<BitSet> at) {
    for (int place : region.out()) {
      if (isForever(place, at)) {
        return false;
      }
    }
    for (int place : region.in()) {
      if (!at.get(place).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private boolean isForever(IndexedRegion region, List<BitSet> at) {
    for (int place : region.out()) {
      if (!at.get(place).isEmpty()) {
        return false;
      }
    }
    for (int place : region.in()) {
      if (isForever(place, at)) {
        return true;
      }
    }
    return false;
  }

  private boolean isForever(int place, List<BitSet> at) {
    String symbols = globs.get(place).symbols();
    return symbols.endsWith(String.valueOf(Glob.ANY)) && at.get(place).get(symbols.length());
  }

  private List<BitSet> step(List<BitSet> at, char next) {
    List<BitSet> to = new ArrayList<>(at.size());
    for (int i = 0; i < at.size(); i++) {
      String symbols = globs.get(i).symbols();
      BitSet positions = new BitSet();
      for (int p = at.get(i).nextSetBit(0);
          p >= 0 && p < symbols.length();
          p = at.get(i).nextSetBit(p + 1)) {
        char symbol = symbols.charAt(p);
        if (symbol == Glob.ANY) {
          positions.set(p);
        } else if (symbol == Glob.ONE || symbol == next) {
          positions.set(p + 1);
        }
      }
      to.add(globs.get(i).close(positions));
    }
    return to;
  }

  /**
   * The characters that some pattern waits for, and one that none waits for, standing for all
   * others.
   */
  private Set<Character> alphabet(List<BitSet> at) {
    Set<Character> characters = new TreeSet<>();
    for (int i = 0; i < at.size(); i++) {
      String symbols = globs.get(i).symbols();
      for (int p = at.get(i).nextSetBit(0);
          p >= 0 && p < symbols.length();
          p = at.get(i).nextSetBit(p + 1)) {
        if (!Glob.isWild(symbols.charAt(p))) {
          characters.add(symbols.charAt(p));
        }
      }
    }
    char other = 'x';
    while (characters.contains(other)) {
      other = other == 'z' ? 'a' : other == 'w' ? '\u00e0' : (char) (other + 1);
    }
    characters.add(other);
    return characters;
  }

  private static String spell(Visit end) {
    List<Character> read = new ArrayList<>();
    for (Visit visit = end; visit.from() != null; visit = visit.from()) {
      read.add(visit.read());
    }
    StringBuilder text = new StringBuilder(read.size());
    for (int i = read.size() - 1; i >= 0; i--) {
      text.append(read.get(i).charValue());
    }
    return text.toString();
  }
}
