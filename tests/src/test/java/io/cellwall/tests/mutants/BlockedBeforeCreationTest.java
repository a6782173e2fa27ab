package io.cellwall.tests.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.engine.Outcome;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.pack.Pack;
import io.cellwall.policies.rules.Rule;
import io.cellwall.regions.finding.Finding;
import io.cellwall.tests.engine.DeclaredProgram;
import io.cellwall.tests.engine.HostedEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * On the real engine: what crosses a wall is stopped before it is made. One mutant of each family
 * of rules, each in an update of its own, without the preview that would stop it earlier.
 */
@Tag("engine")
class BlockedBeforeCreationTest {

  private static final BaseStacks STACKS = new BaseStacks();
  private static final Judge JUDGE = Judge.of(STACKS.inventory());
  private static final Map<String, String> FAMILIES = families();
  private static final SortedMap<String, SmallStack> CHOSEN = oneOfEachFamily();

  // As messages show it: [ForeignReference-38400cc4eb65].
  private static final Pattern ID = Pattern.compile("\\[([A-Za-z]+-[0-9a-f]{12})]");

  @TempDir static Path folder;

  // Each update begins where the one before was stopped: the stack has what is harmless, no more.
  private static HostedEngine shared;

  @BeforeAll
  static void prepare() {
    shared = engine("shared");
  }

  private static HostedEngine engine(String name) {
    HostedEngine engine = new HostedEngine(folder.resolve(name));
    engine.init(Mutant.HOME);
    return engine;
  }

  @Test
  void should_have_a_mutant_of_every_family() {
    assertThat(CHOSEN.keySet()).isEqualTo(new TreeSet<>(FAMILIES.values()));
  }

  @TestFactory
  Stream<DynamicTest> a_crossing_should_be_blocked_before_it_is_made() {
    return CHOSEN.entrySet().stream()
        .map(
            each ->
                DynamicTest.dynamicTest(
                    each.getKey() + ": " + each.getValue().mutant(), () -> check(each.getValue())));
  }

  private static void check(SmallStack small) {
    // WHEN a stack is updated of which only the mistake crosses a wall
    Outcome up = up(shared, small, "--skip-preview");

    // THEN it fails, by the ids that the offline judge gives
    assertThat(up.succeeded()).isFalse();
    assertThat(ids(up.errors()))
        .as("%s", up.errors())
        .containsExactlyInAnyOrderElementsOf(ids(small.onArrival(JUDGE).stream()))
        .isSubsetOf(ids(small.findings(JUDGE).stream()));

    // AND AWS made what came before, and was never asked for what crosses
    assertThat(shared.ledger())
        .extracting(line -> line.path("call").asString())
        .containsOnly("create");
    assertThat(shared.created())
        .containsExactly("aws:cloudwatch/logGroup:LogGroup " + SmallStack.HARMLESS);
  }

  @Test
  void a_crossing_should_be_blocked_before_anything_is_made_where_a_preview_comes_first() {
    // GIVEN one that nothing but the whole stack shows
    SmallStack small = Objects.requireNonNull(CHOSEN.get("ownership"));
    HostedEngine engine = engine("preview");

    // WHEN
    Outcome up = up(engine, small);

    // THEN
    assertThat(up.succeeded()).isFalse();
    assertThat(ids(up.errors()))
        .as("%s", up.errors())
        .containsExactlyInAnyOrderElementsOf(ids(small.findings(JUDGE).stream()));
    assertThat(engine.ledger()).isEmpty();
  }

  private static Outcome up(HostedEngine engine, SmallStack small, String... more) {
    return engine.run(
        Mutant.HOME,
        new DeclaredProgram(small.nodes()),
        Stream.concat(
                Stream.of("up", "--yes", "--policy-pack", HostedEngine.PACK.toString()),
                Stream.of(more))
            .toArray(String[]::new));
  }

  private static List<String> ids(List<String> errors) {
    return errors.stream()
        .flatMap(error -> ID.matcher(error).results().map(match -> match.group(1)))
        .distinct()
        .toList();
  }

  private static List<String> ids(Stream<Finding> findings) {
    return findings.map(Finding::id).distinct().toList();
  }

  // The first in the files that a rule of the family finds on arrival.
  private static SortedMap<String, SmallStack> oneOfEachFamily() {
    SortedMap<String, SmallStack> chosen = new TreeMap<>();
    for (Mutant mutant :
        MutantFiles.read().stream().filter(each -> each.stack().equals(Mutant.HOME)).toList()) {
      for (String rule : mutant.rules()) {
        String family = FAMILIES.getOrDefault(rule, "");
        if (!family.isEmpty() && !chosen.containsKey(family)) {
          SmallStack.of(mutant, STACKS)
              .filter(
                  small ->
                      small.onArrival(JUDGE).stream()
                          .anyMatch(
                              finding ->
                                  finding.rule().equals(rule)
                                      && finding.subject().endsWith("::" + SmallStack.MISTAKE)))
              .ifPresent(small -> chosen.put(family, small));
        }
      }
    }
    return chosen;
  }

  // Rules by their package; those of none are about what is named, and who owns it.
  private static Map<String, String> families() {
    return Pack.rules().stream()
        .collect(
            Collectors.toMap(
                Rule::id,
                rule -> {
                  String name = rule.getClass().getPackageName();
                  String last = name.substring(name.lastIndexOf('.') + 1);
                  return last.equals("rules") ? "ownership" : last;
                }));
  }
}
