package io.cellwall.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoundaryMistakesTest {

  static List<Mistake> mistakes() {
    return Mistakes.all();
  }

  /** Findings as resource name and property. */
  private static List<String> found(NetworkProof proof) {
    List<String> found = new ArrayList<>();
    proof.undeclared().forEach(each -> found.add(name(each.urn()) + " " + each.property()));
    proof.openings().forEach(each -> found.add(name(each.urn()) + " " + each.property()));
    return found;
  }

  private static String name(String urn) {
    return urn.substring(urn.lastIndexOf(':') + 1);
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void should_find_the_mistake(Mistake mistake) {
    // GIVEN
    Cells cells = new Cells();
    mistake.mistake().accept(cells);
    // WHEN
    NetworkProof proof = cells.prove();
    // THEN
    assertThat(found(proof)).contains(mistake.subject() + " " + mistake.property());
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void should_pass_the_benign_twin(Mistake mistake) {
    // GIVEN
    Cells cells = new Cells();
    mistake.twin().accept(cells);
    // WHEN
    NetworkProof proof = cells.prove();
    // THEN
    assertThat(found(proof)).isEmpty();
    assertThat(proof.objections()).isEmpty();
  }
}
