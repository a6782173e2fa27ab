package io.cellwall.policies.census;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What each input property of each resource type of the AWS provider carries.
 *
 * <p>The files beside this class say so, one for each {@link PropertyKind}; {@code CensusTest}
 * holds them against the classes of the provider's SDK. Where several lines match, the more
 * specific one speaks: the longer scope, a path from the top, the longer path, no pattern. Safe for
 * many threads.
 */
public final class Census {

  /** Answers that are kept for each type: far more than any type has properties. */
  private static final int KEPT = 4_096;

  private static final int LONGEST_PATH = 500;

  /** A line of the census. */
  record Line(Selector selector, PropertyKind kind) {}

  private static final class Provided {
    private static final Census CENSUS = read();

    private static Census read() {
      Map<PropertyKind, List<Selector>> selectors = new EnumMap<>(PropertyKind.class);
      for (PropertyKind kind : PropertyKind.values()) {
        selectors.put(kind, CensusFile.read(kind));
      }
      return new Census(selectors);
    }
  }

  private final Map<String, List<Line>> byName = new HashMap<>();
  private final List<Line> patterns = new ArrayList<>();
  private final Map<String, Map<String, Optional<PropertyKind>>> answers =
      new ConcurrentHashMap<>();

  Census(Map<PropertyKind, List<Selector>> selectors) {
    selectors.forEach(
        (kind, each) ->
            each.forEach(
                selector ->
                    (selector.isPattern()
                            ? patterns
                            : byName.computeIfAbsent(selector.leaf(), leaf -> new ArrayList<>(1)))
                        .add(new Line(selector, kind))));
  }

  /** The census of the pinned provider; read once, when it is first asked for. */
  public static Census provided() {
    return Provided.CENSUS;
  }

  /**
   * What a property carries.
   *
   * @param type a type token of the AWS provider, or CloudFormation's own type
   * @param path where the value stands, such as {@code ingress[0].cidrBlocks[1]}; inside a map, the
   *     kind is the map's
   * @return empty if the census does not know it: other providers, and what a policy or another
   *     document inside a text holds
   */
  public Optional<PropertyKind> kindOf(String type, String path) {
    if (!isAws(type) || path.length() > LONGEST_PATH) {
      return Optional.empty();
    }
    Map<String, Optional<PropertyKind>> ofType =
        answers.computeIfAbsent(type, key -> new ConcurrentHashMap<>());
    String property = withoutIndexes(path);
    Optional<PropertyKind> known = ofType.get(property);
    if (known != null) {
      return known;
    }
    Optional<PropertyKind> kind = lineFor(type, property).map(Line::kind);
    if (ofType.size() < KEPT) {
      ofType.put(property, kind);
    }
    return kind;
  }

  /** The line that speaks for a property, whose path has no indexes. */
  Optional<Line> lineFor(String type, String property) {
    for (int dot = property.indexOf('.'); dot >= 0; dot = property.indexOf('.', dot + 1)) {
      Optional<Line> map = best(type, property.substring(0, dot), true);
      if (map.isPresent()) {
        return map;
      }
    }
    return best(type, property, false);
  }

  private Optional<Line> best(String type, String property, boolean map) {
    List<Line> named = byName.getOrDefault(Selector.leafOf(property), Collections.emptyList());
    return Optional.ofNullable(
        best(patterns, type, property, map, best(named, type, property, map, null)));
  }

  private static @Nullable Line best(
      List<Line> lines, String type, String property, boolean map, @Nullable Line found) {
    Line best = found;
    for (Line line : lines) {
      Selector selector = line.selector();
      if ((!map || selector.map())
          && (best == null || Selector.SPECIFICITY.compare(selector, best.selector()) > 0)
          && selector.matches(type, property)) {
        best = line;
      }
    }
    return best;
  }

  private static boolean isAws(String type) {
    return type.startsWith("aws:")
        || type.startsWith("AWS::")
        || type.equals("pulumi:providers:aws");
  }

  // ingress[0].cidrBlocks[1] is ingress.cidrBlocks, tags["a.b"] is tags.?
  static String withoutIndexes(String path) {
    int bracket = path.indexOf('[');
    if (bracket < 0) {
      return path;
    }
    StringBuilder property = new StringBuilder(path.length());
    int from = 0;
    while (bracket >= 0) {
      property.append(path, from, bracket);
      boolean key = path.startsWith("[\"", bracket);
      int end = key ? path.indexOf("\"]", bracket + 2) : path.indexOf(']', bracket);
      if (key) {
        property.append(".?");
      }
      from = end < 0 ? path.length() : end + (key ? 2 : 1);
      bracket = path.indexOf('[', from);
    }
    return property.append(path, from, path.length()).toString();
  }
}
