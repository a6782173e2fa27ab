package io.cellwall.policies.census;

import java.util.Comparator;

/**
 * Some properties of some types.
 *
 * @param scope a type; with {@code *} at its end, all types that begin like this; {@code *} alone,
 *     all types
 * @param path the names of a property and of those that it stands in, with dots; the first or last
 *     letters of the property's own name may be a {@code *}
 * @param fromTop whether the path begins at the resource; else it may stand inside others
 * @param map whether the property is a map of free keys, whose values are all of one kind
 */
record Selector(String scope, String path, boolean fromTop, boolean map) {

  /** The more specific one is greater; of different selectors none are equal for one property. */
  static final Comparator<Selector> SPECIFICITY =
      Comparator.comparingInt(Selector::scopeLength)
          .thenComparing(Selector::fromTop)
          .thenComparing(selector -> selector.path.chars().filter(c -> c == '.').count())
          .thenComparing(selector -> !selector.isPattern())
          .thenComparing(selector -> selector.path.length());

  /** Reads {@code name}, {@code parent.name}, {@code /name}, {@code name{}}, {@code *Name}. */
  static Selector parse(String scope, String written) {
    boolean fromTop = written.startsWith("/");
    boolean map = written.endsWith("{}");
    return new Selector(
        scope, written.substring(fromTop ? 1 : 0, written.length() - (map ? 2 : 0)), fromTop, map);
  }

  boolean isPattern() {
    return path.indexOf('*') >= 0;
  }

  /** The property's own name. */
  String leaf() {
    return leafOf(path);
  }

  static String leafOf(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  boolean matches(String type, String property) {
    return matchesType(type) && (isPattern() ? matchesPattern(property) : ends(property, path));
  }

  private boolean matchesType(String type) {
    return scope.endsWith("*")
        ? type.regionMatches(0, scope, 0, scope.length() - 1)
        : type.equals(scope);
  }

  private boolean ends(String property, String end) {
    return property.endsWith(end)
        && (property.length() == end.length()
            || (!fromTop && property.charAt(property.length() - end.length() - 1) == '.'));
  }

  private boolean matchesPattern(String property) {
    String leaf = leafOf(property);
    String pattern = leaf();
    boolean matches =
        pattern.startsWith("*")
            ? leaf.endsWith(pattern.substring(1))
            : leaf.startsWith(pattern.substring(0, pattern.length() - 1));
    String parents = path.substring(0, path.length() - pattern.length());
    return matches && ends(property, parents + leaf);
  }

  private int scopeLength() {
    return scope.equals("*") ? 0 : scope.length();
  }

  /** The selector as it is written, without the scope. */
  @Override
  public String toString() {
    return (fromTop ? "/" : "") + path + (map ? "{}" : "");
  }
}
