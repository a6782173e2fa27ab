package io.cellwall.policies.network;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.network.path.Verdict;
import org.junit.jupiter.api.Test;

class CleanFleetTest {

  @Test
  void should_find_nothing_in_a_clean_fleet() {
    // WHEN
    NetworkProof proof = new Cells().prove();
    // THEN
    assertThat(proof.undeclared()).isEmpty();
    assertThat(proof.openings()).isEmpty();
    assertThat(proof.objections()).isEmpty();
    assertThat(proof.isProven()).isTrue();
  }

  @Test
  void should_prove_cells_apart_by_the_absence_of_connectors() {
    // WHEN
    Verdict verdict = new Cells().prove().verdict("cell-a", "cell-b");
    // THEN
    assertThat(verdict)
        .isEqualTo(
            new Verdict.Proven("no chain of connectors joins them", java.util.Optional.empty()));
  }

  @Test
  void should_show_what_passes_the_declared_private_link() {
    // WHEN
    Verdict verdict = new Cells().prove().verdict("edge", "cell-a");
    // THEN
    assertThat(verdict).isInstanceOf(Verdict.Proven.class);
    assertThat(((Verdict.Proven) verdict).declared()).isPresent();
    assertThat(((Verdict.Proven) verdict).declared().orElseThrow().hops())
        .extracting(
            hop -> hop.urn().substring(hop.urn().lastIndexOf(':') + 1) + "." + hop.property())
        .containsExactly(
            "router.subnetId",
            "router.egress[0]",
            "cell-a.subnetIds[0]",
            "endpoint.ingress[0]",
            "cell-a.serviceName",
            "service.networkLoadBalancerArns",
            "tls.port");
  }
}
