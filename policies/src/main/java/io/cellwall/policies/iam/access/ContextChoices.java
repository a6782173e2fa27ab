package io.cellwall.policies.iam.access;

import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Condition.Quantifier;
import io.cellwall.policies.iam.condition.ConditionJudge;
import io.cellwall.policies.iam.condition.Facts;
import io.cellwall.policies.iam.condition.KeyFact;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.condition.Truth;
import io.cellwall.policies.iam.condition.ValueExamples;
import io.cellwall.policies.iam.document.Effect;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.Glob;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The contexts that are worth trying for a request, as conditions leave them open.
 *
 * <p>For each key that an undecided condition reads: the values that conditions name, one that none
 * names, and its absence. Where conditions only compare for equality that is every case there is,
 * and the choices are complete.
 */
final class ContextChoices {

  /** Contexts that are tried for one action. */
  static final int MAX = 512;

  /** A value that no policy names. */
  private static final String OTHER = "any-other-value";

  private static final Set<String> SEVERAL_VALUES =
      Set.of(
          "aws:tagkeys",
          "aws:calledvia",
          "aws:principalorgpaths",
          "aws:principalservicenameslist",
          "aws:resourceorgpaths",
          "aws:sourceorgpaths");

  private final SortedMap<String, List<KeyFact>> choices = new TreeMap<>();
  private final Map<String, String> spelling = new TreeMap<>();
  private boolean complete = true;

  private ContextChoices() {}

  /** The choices that the conditions of these statements leave. */
  static ContextChoices of(List<Statement> statements, Facts facts) {
    ContextChoices result = new ContextChoices();
    SortedMap<String, List<Condition>> byKey = new TreeMap<>();
    List<Condition> allowing = new ArrayList<>();
    for (Statement statement : statements) {
      for (Condition condition : statement.conditions()) {
        if (ConditionJudge.judge(condition, facts) == Truth.SOMETIMES) {
          String key = condition.key().toLowerCase(Locale.ROOT);
          byKey.computeIfAbsent(key, each -> new ArrayList<>()).add(condition);
          result.spelling.putIfAbsent(key, condition.key());
          if (statement.effect() == Effect.ALLOW) {
            allowing.add(condition);
          }
        }
      }
    }
    byKey.forEach((key, conditions) -> result.add(key, conditions, allowing, facts));
    return result;
  }

  /** Lets a key also have this value. */
  void offer(String key, String value) {
    String lower = key.toLowerCase(Locale.ROOT);
    spelling.putIfAbsent(lower, key);
    choices.computeIfAbsent(lower, each -> new ArrayList<>()).add(0, KeyFact.is(value));
    complete = false;
  }

  private void add(String key, List<Condition> conditions, List<Condition> allowing, Facts facts) {
    Set<KeyFact> values = new LinkedHashSet<>();
    Optional<KeyFact> known = facts.of(key);
    if (known.isPresent() && known.get() instanceof KeyFact.OneOf one) {
      one.values().forEach(value -> values.add(KeyFact.is(value.example("x"))));
      complete &= one.values().stream().allMatch(Glob::isLiteral);
      if (one.mayBeAbsent()) {
        values.add(KeyFact.absent());
      }
    } else {
      for (Condition condition : conditions) {
        complete &= isEquality(condition, facts) && hasOneValue(key);
        examples(condition, facts).forEach(values::add);
      }
      values.add(KeyFact.absent());
      values.add(KeyFact.is(OTHER));
    }
    List<Condition> mine =
        allowing.stream().filter(each -> each.key().equalsIgnoreCase(key)).toList();
    choices.put(
        key,
        new ArrayList<>(
            values.stream()
                .sorted(Comparator.comparingLong((KeyFact fact) -> -held(key, fact, mine, facts)))
                .toList()));
  }

  private static long held(String key, KeyFact fact, List<Condition> conditions, Facts facts) {
    Facts then = facts.with(key, fact);
    return conditions.stream()
        .filter(condition -> ConditionJudge.judge(condition, then) == Truth.ALWAYS)
        .count();
  }

  /** Whether the key is surely one of those that have one value at most. */
  private static boolean hasOneValue(String key) {
    return key.startsWith("aws:") && !SEVERAL_VALUES.contains(key);
  }

  private static boolean isEquality(Condition condition, Facts facts) {
    Operator.Family family = condition.operator().family();
    return condition.quantifier() == Quantifier.NONE
        && (family == Operator.Family.STRING
            || family == Operator.Family.BOOL
            || family == Operator.Family.NULL)
        && condition.values().stream().allMatch(value -> value.narrowest(facts, false).isPresent());
  }

  private static List<KeyFact> examples(Condition condition, Facts facts) {
    List<String> texts =
        condition.operator() == Operator.NULL
            ? List.of()
            : condition.values().stream()
                .flatMap(value -> ValueExamples.of(condition.operator(), value, facts).stream())
                .toList();
    if (condition.quantifier() == Quantifier.NONE) {
      return texts.stream().map(KeyFact::is).toList();
    }
    List<KeyFact> sets = new ArrayList<>();
    texts.forEach(text -> sets.add(new KeyFact.Many(List.of(text))));
    sets.add(new KeyFact.Many(texts));
    sets.add(new KeyFact.Many(List.of(OTHER)));
    return sets;
  }

  /** The contexts, the most promising first; at most {@link #MAX}. */
  List<SortedMap<String, KeyFact>> contexts() {
    List<SortedMap<String, KeyFact>> contexts = new ArrayList<>();
    contexts.add(new TreeMap<>());
    for (Map.Entry<String, List<KeyFact>> entry : choices.entrySet()) {
      List<SortedMap<String, KeyFact>> longer = new ArrayList<>();
      for (KeyFact fact : entry.getValue()) {
        for (SortedMap<String, KeyFact> context : contexts) {
          SortedMap<String, KeyFact> more = new TreeMap<>(context);
          more.put(entry.getKey(), fact);
          longer.add(more);
        }
      }
      complete &= longer.size() <= MAX;
      contexts = longer.subList(0, Math.min(MAX, longer.size()));
    }
    return contexts;
  }

  /** Whether the contexts, once asked for, are all there are. */
  boolean isComplete() {
    return complete;
  }

  /** A context for people to read, its keys as policies write them. */
  SortedMap<String, String> shown(SortedMap<String, KeyFact> context) {
    SortedMap<String, String> shown = new TreeMap<>();
    context.forEach((key, fact) -> shown.put(spelling.getOrDefault(key, key), text(fact)));
    return shown;
  }

  private static String text(KeyFact fact) {
    if (fact instanceof KeyFact.Many many) {
      return many.values().toString();
    }
    List<Glob> values = ((KeyFact.OneOf) fact).values();
    return values.isEmpty() ? "(absent)" : values.get(0).example("");
  }
}
