package io.cellwall.tests.mutants;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.judge.Judge;
import io.cellwall.regions.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Each mutant must be found where it is, by the rule that is meant to, and nothing else; its benign
 * twin must pass. The table of rules and mutants is in {@code target/mutants.md}.
 */
class MutantsTest {

  /** Each known mistake has a number. */
  private static final int KNOWN = 81;

  private static final BaseStacks STACKS = new BaseStacks();
  private static final Judge JUDGE = Judge.of(STACKS.inventory());
  private static final List<Mutant> MUTANTS = MutantFiles.read();
  private static final MutantTable TABLE = new MutantTable();

  @TestFactory
  Stream<DynamicTest> should_find_each_mutant_and_let_its_twin_pass() {
    return MUTANTS.stream()
        .map(mutant -> DynamicTest.dynamicTest(mutant.toString(), () -> check(mutant)));
  }

  @Test
  void should_describe_each_mutant_by_properties_that_the_provider_has() {
    assertThat(
            MUTANTS.stream()
                .flatMap(
                    mutant ->
                        Stream.concat(
                            mutant.before().stream(), Stream.of(mutant.resource(), mutant.twin())))
                .filter(change -> change.kind().equals("resource"))
                .flatMap(change -> ProviderTypes.problems(change.type(), change.inputs()).stream())
                .distinct())
        .isEmpty();
  }

  @Test
  void should_call_no_two_mutants_the_same() {
    assertThat(MUTANTS).extracting(Mutant::toString).doesNotHaveDuplicates();
  }

  @Test
  void should_have_mutants_of_every_known_mistake() {
    // GIVEN the lines of the list of mistakes
    Set<Integer> lines =
        MUTANTS.stream()
            .map(mutant -> mutant.family().split("-", 2)[0])
            .filter(line -> line.matches("[0-9]+"))
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    // THEN
    assertThat(lines).containsAll(IntStream.rangeClosed(1, KNOWN).boxed().toList());
  }

  private static void check(Mutant mutant) {
    // GIVEN a clean stack with the mistake, and one with its twin
    Scene scene = new Scene(STACKS, mutant.stack());
    mutant.before().forEach(scene::apply);
    String subject = scene.apply(mutant.resource());
    Scene benign = new Scene(STACKS, mutant.stack());
    mutant.before().forEach(benign::apply);
    benign.apply(mutant.twin());

    // WHEN
    List<Finding> findings = scene.judge(JUDGE);
    List<Finding> ofTwin = benign.judge(JUDGE);

    // THEN
    Set<String> found = findings.stream().map(Finding::rule).collect(Collectors.toSet());
    boolean killed =
        !findings.isEmpty()
            && findings.stream().allMatch(each -> each.blocks() && each.subject().equals(subject))
            && found.containsAll(mutant.rules());
    TABLE.add(mutant, killed, ofTwin.isEmpty(), found);
    assertThat(ofTwin).as("the benign twin").isEmpty();
    assertThat(findings).as("the mutant").isNotEmpty().allMatch(Finding::blocks);
    assertThat(findings).as("the mutant").extracting(Finding::subject).containsOnly(subject);
    assertThat(findings.stream().map(finding -> shown(mutant, finding)).distinct())
        .as("the mutant: %s", findings)
        .containsExactlyInAnyOrderElementsOf(mutant.finds());
    assertThat(findings.stream().anyMatch(Finding::crossesZone))
        .as("crosses the boundary of a zone: %s", findings)
        .isEqualTo(mutant.crossesZone());
  }

  // With the property only if the mutant says where it must be found.
  private static String shown(Mutant mutant, Finding finding) {
    boolean anywhere = mutant.finds().contains(finding.rule());
    return anywhere || finding.path().size() < 2
        ? finding.rule()
        : finding.rule() + " " + finding.path().get(1);
  }

  @AfterAll
  static void show() throws IOException {
    Path target = Path.of(System.getProperty("cellwall.root"), "tests", "target");
    Files.createDirectories(target);
    Files.writeString(target.resolve("mutants.md"), TABLE.markdown());
    System.out.println(TABLE.summary());
  }
}
