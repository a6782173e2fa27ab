package io.cellwall.policies.iam.condition;

import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is known of a request's context. Keys without a fact may have any value, or none: whoever
 * asks may choose them.
 *
 * @param keys facts by key in lower case; AWS compares keys without case
 * @param closedPrefixes prefixes of keys, in lower case, of which all are known: what has no fact
 *     is absent
 */
public record Facts(SortedMap<String, KeyFact> keys, java.util.Set<String> closedPrefixes)
    implements PolicyText.Variables {

  /** Nothing is known. */
  public static final Facts NONE = new Facts(Collections.emptySortedMap(), java.util.Set.of());

  public Facts {
    keys = Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    closedPrefixes = java.util.Set.copyOf(closedPrefixes);
  }

  /** What is known of the key, if anything. */
  public Optional<KeyFact> of(String key) {
    String lower = key.toLowerCase(Locale.ROOT);
    KeyFact fact = keys.get(lower);
    if (fact == null && closedPrefixes.stream().anyMatch(lower::startsWith)) {
      return Optional.of(KeyFact.absent());
    }
    return Optional.ofNullable(fact);
  }

  /** These facts and one more, which replaces what was known of its key. */
  public Facts with(String key, KeyFact fact) {
    SortedMap<String, KeyFact> more = new TreeMap<>(keys);
    more.put(key.toLowerCase(Locale.ROOT), fact);
    return new Facts(more, closedPrefixes);
  }

  /** These facts and others, which replace what was known of their keys. */
  public Facts with(Facts others) {
    if (others.keys.isEmpty() && others.closedPrefixes.isEmpty()) {
      return this;
    }
    SortedMap<String, KeyFact> more = new TreeMap<>(keys);
    more.putAll(others.keys);
    java.util.Set<String> closed = new java.util.TreeSet<>(closedPrefixes);
    closed.addAll(others.closedPrefixes);
    return new Facts(more, closed);
  }

  /**
   * The tags of a principal or resource, when nobody inside the question can add or change one.
   *
   * @param prefix {@code aws:PrincipalTag/} or {@code aws:ResourceTag/}
   * @param tags all tags
   */
  public static Facts closedTags(String prefix, Map<String, String> tags) {
    SortedMap<String, KeyFact> facts = new TreeMap<>();
    tags.forEach(
        (key, value) -> facts.put((prefix + key).toLowerCase(Locale.ROOT), KeyFact.is(value)));
    return new Facts(facts, java.util.Set.of(prefix.toLowerCase(Locale.ROOT)));
  }

  /** The value of a key that surely has exactly one. */
  @Override
  public Optional<String> value(String key) {
    if (!(of(key).orElse(null) instanceof KeyFact.OneOf one)
        || one.mayBeAbsent()
        || one.values().size() != 1) {
      return Optional.empty();
    }
    Glob glob = one.values().get(0);
    return glob.isLiteral() ? Optional.of(glob.example("")) : Optional.empty();
  }
}
