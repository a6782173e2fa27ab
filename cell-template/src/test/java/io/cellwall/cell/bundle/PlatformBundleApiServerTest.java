package io.cellwall.cell.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The bundle as a whole against a real Kubernetes API server. */
@Timeout(240)
@ExtendWith(CellApiServer.Provided.class)
@Tag("kubernetes")
class PlatformBundleApiServerTest {

  @Test
  void should_accept_every_manifest_also_under_its_own_guard_rails(CellApiServer cell)
      throws Exception {
    // GIVEN the guard rails are at work
    cell.assertRefused(
        Examples.namespace("stray"),
        "namespaces \"stray\" is forbidden: ValidatingAdmissionPolicy 'namespaces.cellwall.io' with"
            + " binding 'namespaces.cellwall.io' denied request: namespace stray is not one of this"
            + " cell; a new one is an entry of the platform bundle, with its quota and network"
            + " policies");
    // WHEN
    Set<String> kinds = new HashSet<>();
    List<Map<String, Object>> manifests =
        CellApiServer.inOrder(PlatformBundle.render(CellApiServer.PLAN));
    manifests.addAll(CellApiServer.inOrder(PlatformBundle.render(Plans.autoMode())));
    for (Map<String, Object> manifest : manifests) {
      cell.assertApplied(manifest);
      kinds.add(String.valueOf(manifest.get("kind")));
    }
    // THEN
    assertThat(manifests).hasSizeGreaterThan(150);
    assertThat(kinds)
        .contains("Application", "AppProject", "EnvoyProxy", "Gateway", "Certificate", "CronJob");
  }

  @Test
  void should_admit_the_pod_of_its_own_job(CellApiServer cell) throws Exception {
    // GIVEN
    Map<String, Object> job =
        Manifests.of(PlatformBundle.render(CellApiServer.PLAN)).stream()
            .filter(manifest -> Manifests.label(manifest).equals("argocd/CronJob registry-login"))
            .findFirst()
            .orElseThrow();
    Map<String, Object> pod = Examples.pod("argocd");
    Manifests.put(
        pod, Manifests.at(job, "spec", "jobTemplate", "spec", "template", "spec"), "spec");
    // THEN
    cell.settleQuota("argocd", "platform", "0");
    cell.assertAccepted(pod);
  }

  @Test
  void should_refuse_a_namespace_that_gives_up_its_labels(CellApiServer cell) throws Exception {
    // GIVEN
    Map<String, Object> weaker = Examples.namespace("tier-premium");
    Manifests.put(weaker, Map.of("cellwall.io/tier", "premium"), "metadata", "labels");
    cell.assertRefused(
        weaker,
        "namespaces \"tier-premium\" is forbidden: ValidatingAdmissionPolicy"
            + " 'namespaces.cellwall.io' with binding 'namespaces.cellwall.io' denied request:"
            + " namespace tier-premium has pod security none; it must keep the label"
            + " pod-security.kubernetes.io/enforce: restricted");
    // GIVEN a namespace that takes the tier of another
    Manifests.put(
        weaker,
        Map.of("cellwall.io/tier", "standard", "pod-security.kubernetes.io/enforce", "restricted"),
        "metadata",
        "labels");
    cell.assertRefused(
        weaker,
        "namespaces \"tier-premium\" is forbidden: ValidatingAdmissionPolicy"
            + " 'namespaces.cellwall.io' with binding 'namespaces.cellwall.io' denied request:"
            + " namespace tier-premium has the label cellwall.io/tier of tier-standard; that label"
            + " must name the tier whose namespace it is");
  }

  @Test
  void should_refuse_another_door(CellApiServer cell) throws Exception {
    // GIVEN
    Map<String, Object> service = Examples.externalService();
    Map<String, Object> ingress = Examples.ingress();
    // THEN
    cell.assertRefused(
        service,
        "services \"web\" is forbidden: ValidatingAdmissionPolicy 'one-door.cellwall.io' with"
            + " binding 'one-door.cellwall.io' denied request: service web is of type ExternalName;"
            + " it must be ClusterIP: users come in by a route of the gateway");
    cell.assertRefused(
        ingress,
        "ingresses.networking.k8s.io \"web\" is forbidden: ValidatingAdmissionPolicy"
            + " 'no-ingress.cellwall.io' with binding 'no-ingress.cellwall.io' denied request:"
            + " ingress web would make a load balancer of its own; it must be an HTTPRoute of the"
            + " gateway");
  }

  @Test
  void should_refuse_that_a_tenant_takes_a_guard_rail_away(CellApiServer cell) throws Exception {
    // GIVEN
    String path = "/apis/networking.k8s.io/v1/namespaces/tier-premium/networkpolicies/deny-all";
    // THEN
    cell.assertUndeletable(
        path,
        "networkpolicies.networking.k8s.io \"deny-all\" is forbidden: ValidatingAdmissionPolicy"
            + " 'tamper.cellwall.io' with binding 'tamper.cellwall.io' denied request:"
            + " NetworkPolicy deny-all is a guard rail of the cell; tenant must not change it:"
            + " change the platform bundle");
  }
}
