package io.cellwall.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.network.connector.DeclaredConnectors;
import io.cellwall.policies.network.path.Verdict;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class SimulatorProperties {

  private static NetworkProof prove(TinyNetwork network) {
    return NetworkProof.of(network.graphs(), DeclaredConnectors.none());
  }

  private static int rank(Verdict verdict) {
    return verdict instanceof Verdict.Path ? 2 : verdict instanceof Verdict.Undecided ? 1 : 0;
  }

  @Property(tries = 1500, shrinking = ShrinkingMode.OFF)
  void should_agree_with_the_simulator(@ForAll long seed) {
    // GIVEN
    TinyNetwork network = TinyNetwork.random(seed);
    // WHEN
    NetworkProof proof = prove(network);
    // THEN
    for (int from = 0; from < network.cells.size(); from++) {
      for (int to = 0; to < network.cells.size(); to++) {
        if (from != to) {
          Verdict verdict = proof.verdict("cell-" + from, "cell-" + to);
          assertThat(verdict instanceof Verdict.Path)
              .as("%s to %s: %s", from, to, verdict)
              .isEqualTo(network.reaches(from, to));
        }
      }
    }
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void should_never_reach_less_with_one_more_allowance(@ForAll long seed) {
    // GIVEN
    TinyNetwork network = TinyNetwork.random(seed);
    NetworkProof before = prove(network);
    Random random = new Random(seed + 1);
    TinyNetwork.Sub sub = network.cells.get(0).get(0);
    TinyNetwork.Rule allowance =
        new TinyNetwork.Rule(true, random.nextBoolean() ? "0.0.0.0/0" : "10.1.0.0/16", 6, 0);
    (random.nextBoolean() ? sub.groupIn : sub.groupOut).add(allowance);
    (random.nextBoolean() ? sub.aclIn : sub.aclOut).add(allowance);
    // WHEN
    NetworkProof after = prove(network);
    // THEN
    compare(network, before, after);
  }

  @Property(tries = 500, shrinking = ShrinkingMode.OFF)
  void should_never_reach_more_with_one_connector_less(@ForAll long seed) {
    // GIVEN
    TinyNetwork network = TinyNetwork.random(seed);
    NetworkProof before = prove(network);
    // Routes stay: one that leads nowhere still covers shorter ones.
    if (network.peerings.isEmpty()) {
      network.attached.clear();
      network.propagated.clear();
      network.statics.clear();
    } else {
      network.peerings.remove(network.peerings.iterator().next());
    }
    // WHEN
    NetworkProof after = prove(network);
    // THEN
    compare(network, after, before);
  }

  private static void compare(TinyNetwork network, NetworkProof less, NetworkProof more) {
    for (int from = 0; from < network.cells.size(); from++) {
      for (int to = 0; to < network.cells.size(); to++) {
        if (from != to) {
          assertThat(rank(more.verdict("cell-" + from, "cell-" + to)))
              .isGreaterThanOrEqualTo(rank(less.verdict("cell-" + from, "cell-" + to)));
        }
      }
    }
  }
}
