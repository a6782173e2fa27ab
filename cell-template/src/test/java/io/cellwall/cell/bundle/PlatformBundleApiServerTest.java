package io.cellwall.cell.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.bundle.KubernetesApiServer.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bundle against a real Kubernetes API server.
 *
 * <p>Custom resources are checked against the definitions that Argo CD, Envoy Gateway, the Gateway
 * API and cert-manager publish. What the charts render is not here.
 */
@Timeout(240)
class PlatformBundleApiServerTest {

  private static final PlatformBundlePlan PLAN = Plans.nodeGroupsWithMesh();
  private static final String REGISTRY = Examples.REGISTRY;

  @TempDir static Path directory;

  private static KubernetesApiServer kubernetes;

  @BeforeAll
  static void start_and_apply_the_bundle() throws Exception {
    kubernetes = KubernetesApiServer.start(directory, tools());
    for (Path file : definitions()) {
      for (Map<String, Object> definition : Manifests.read(Files.readString(file))) {
        if (String.valueOf(definition.get("kind")).equals("CustomResourceDefinition")) {
          assertAccepted(definition, kubernetes.apply(definition));
        }
      }
    }
    assertAccepted(Map.of("kind", "tenants"), kubernetes.apply(Examples.tenantsMayDoAll()));
    for (Map<String, Object> manifest : inOrder(PlatformBundle.render(PLAN))) {
      assertAccepted(manifest, kubernetes.apply(manifest));
    }
  }

  @AfterAll
  static void stop() throws IOException, InterruptedException {
    if (kubernetes != null) {
      kubernetes.close();
    }
  }

  @Test
  void should_accept_every_manifest_also_under_its_own_guard_rails() throws Exception {
    // GIVEN the guard rails are at work
    assertRefused(
        Examples.namespace("stray"),
        "namespaces \"stray\" is forbidden: ValidatingAdmissionPolicy 'namespaces.cellwall.io' with"
            + " binding 'namespaces.cellwall.io' denied request: namespace stray is not one of this"
            + " cell; a new one is an entry of the platform bundle, with its quota and network"
            + " policies");
    // WHEN
    Set<String> kinds = new HashSet<>();
    List<Map<String, Object>> manifests = inOrder(PlatformBundle.render(PLAN));
    manifests.addAll(inOrder(PlatformBundle.render(Plans.autoMode())));
    for (Map<String, Object> manifest : manifests) {
      assertAccepted(manifest, kubernetes.apply(manifest));
      kinds.add(String.valueOf(manifest.get("kind")));
    }
    // THEN
    assertThat(manifests).hasSizeGreaterThan(150);
    assertThat(kinds)
        .contains("Application", "AppProject", "EnvoyProxy", "Gateway", "Certificate", "CronJob");
  }

  @Test
  void should_refuse_a_namespace_that_gives_up_its_labels() throws Exception {
    // GIVEN
    Map<String, Object> weaker = Examples.namespace("tier-premium");
    Manifests.put(weaker, Map.of("cellwall.io/tier", "premium"), "metadata", "labels");
    assertRefused(
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
    assertRefused(
        weaker,
        "namespaces \"tier-premium\" is forbidden: ValidatingAdmissionPolicy"
            + " 'namespaces.cellwall.io' with binding 'namespaces.cellwall.io' denied request:"
            + " namespace tier-premium has the label cellwall.io/tier of tier-standard; that label"
            + " must name the tier whose namespace it is");
  }

  @Test
  void should_refuse_an_image_from_another_registry() throws Exception {
    // GIVEN
    Map<String, Object> pod = Examples.pod("tier-premium");
    Manifests.put(pod, "docker.io/library/nginx:1", "spec", "containers", "0", "image");
    // THEN
    assertRefused(
        pod,
        "pods \"web\" is forbidden: ValidatingAdmissionPolicy 'images.cellwall.io' with binding"
            + " 'images.cellwall.io' denied request: image docker.io/library/nginx:1 is not from a"
            + " registry of this cell; it must be from "
            + REGISTRY
            + "/: mirror it there and name it so");
    // GIVEN a registry that only starts like the cell's
    Manifests.put(pod, REGISTRY + ".example.com/web:1", "spec", "containers", "0", "image");
    assertThat(kubernetes.tryCreate(pod).message()).contains("is not from a registry of this cell");
  }

  @Test
  void should_allow_the_registry_of_eks_to_add_ons_only() throws Exception {
    // GIVEN
    String image = "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/metrics-server:v0.8.0";
    Map<String, Object> addOn = Examples.pod("kube-system");
    Manifests.put(addOn, image, "spec", "containers", "0", "image");
    Manifests.put(addOn, "system-cluster-critical", "spec", "priorityClassName");
    Map<String, Object> tenant = Examples.pod("tier-premium");
    Manifests.put(tenant, image, "spec", "containers", "0", "image");
    // THEN
    assertAccepted(addOn, kubernetes.tryCreate(addOn));
    assertThat(kubernetes.tryCreate(tenant).message())
        .contains("is not from a registry of this cell");
  }

  @Test
  void should_refuse_a_pod_that_is_not_restricted() throws Exception {
    // GIVEN
    Map<String, Object> pod = Examples.pod("tier-standard");
    Manifests.put(
        pod, List.of(Map.of("name", "host", "hostPath", Map.of("path", "/"))), "spec", "volumes");
    Manifests.put(pod, true, "spec", "hostNetwork");
    // THEN
    assertRefused(
        pod,
        "pods \"web\" is forbidden: violates PodSecurity \"restricted:latest\": host namespaces"
            + " (hostNetwork=true), restricted volume types"
            + " (volume \"host\" uses restricted volume type \"hostPath\")");
  }

  @Test
  void should_accept_a_pod_as_it_should_be_and_refuse_another_tiers_priority() throws Exception {
    // GIVEN
    Map<String, Object> pod = Examples.pod("tier-internal");
    // THEN
    assertAccepted(pod, kubernetes.tryCreate(pod));
    Manifests.put(pod, "tier-premium", "spec", "priorityClassName");
    assertRefused(
        pod,
        "pods \"web\" is forbidden: ValidatingAdmissionPolicy 'pods.cellwall.io' with binding"
            + " 'pods.cellwall.io' denied request: pod has the priority class tier-premium; in this"
            + " namespace it must be tier-internal");
  }

  @Test
  void should_refuse_a_pod_beyond_the_quota_and_beyond_the_limits() throws Exception {
    // GIVEN the quota's controller has counted all pods but one
    for (String tier : List.of("premium", "standard", "internal")) {
      settleQuota("tier-" + tier, "0");
    }
    Map<String, Object> pod = Examples.pod("tier-premium");
    settleQuota("tier-premium", "320");
    // THEN
    assertRefused(
        pod,
        "pods \"web\" is forbidden: exceeded quota: tier, requested: pods=1, used: pods=320,"
            + " limited: pods=320");
    settleQuota("tier-premium", "0");
    // GIVEN one container that wants more than any may have
    Manifests.put(
        pod,
        Map.of("requests", Map.of("memory", "33Gi"), "limits", Map.of("memory", "33Gi")),
        "spec",
        "containers",
        "0",
        "resources");
    assertRefused(
        pod,
        "pods \"web\" is forbidden: maximum memory usage per Container is 32Gi, but limit is 33Gi");
  }

  @Test
  void should_refuse_workloads_that_a_zone_or_a_node_can_stop() throws Exception {
    // GIVEN
    Map<String, Object> good = Examples.deployment();
    Map<String, Object> single = Examples.deployment();
    Manifests.put(single, 1, "spec", "replicas");
    Map<String, Object> unspread = Examples.deployment();
    Manifests.put(unspread, List.of(), "spec", "template", "spec", "topologySpreadConstraints");
    Map<String, Object> unbudgeted = Examples.deployment();
    Manifests.put(unbudgeted, Map.of("app", "web"), "spec", "template", "metadata", "labels");
    // THEN
    assertAccepted(good, kubernetes.tryCreate(good));
    String refused =
        "deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'workloads.cellwall.io'"
            + " with binding 'workloads.cellwall.io' denied request: Deployment web ";
    assertRefused(
        single, refused + "has 1 replica; it must have two or more, or a drained node stops it");
    assertRefused(
        unspread,
        refused
            + "may have all its pods in one availability zone; it must have a"
            + " topologySpreadConstraint on topology.kubernetes.io/zone with maxSkew 1");
    assertRefused(
        unbudgeted,
        refused
            + "has the disruption budget none; its pods must have the label"
            + " cellwall.io/disruption-budget: default, or own with a PodDisruptionBudget beside"
            + " it");
  }

  @Test
  void should_refuse_a_budget_that_never_gives_way() throws Exception {
    // GIVEN
    Map<String, Object> budget = Examples.disruptionBudget();
    // THEN
    assertAccepted(budget, kubernetes.tryCreate(budget));
    Manifests.put(budget, 0, "spec", "maxUnavailable");
    assertRefused(
        budget,
        "poddisruptionbudgets.policy \"web\" is forbidden: ValidatingAdmissionPolicy"
            + " 'disruption-budgets.cellwall.io' with binding 'disruption-budgets.cellwall.io'"
            + " denied request: disruption budget web may forbid every eviction; it must set"
            + " maxUnavailable to one or more");
  }

  @Test
  void should_refuse_another_door() throws Exception {
    // GIVEN
    Map<String, Object> service = Examples.externalService();
    Map<String, Object> ingress = Examples.ingress();
    // THEN
    assertRefused(
        service,
        "services \"web\" is forbidden: ValidatingAdmissionPolicy 'one-door.cellwall.io' with"
            + " binding 'one-door.cellwall.io' denied request: service web is of type ExternalName;"
            + " it must be ClusterIP: users come in by a route of the gateway");
    assertRefused(
        ingress,
        "ingresses.networking.k8s.io \"web\" is forbidden: ValidatingAdmissionPolicy"
            + " 'no-ingress.cellwall.io' with binding 'no-ingress.cellwall.io' denied request:"
            + " ingress web would make a load balancer of its own; it must be an HTTPRoute of the"
            + " gateway");
  }

  @Test
  void should_refuse_that_a_tenant_takes_a_guard_rail_away() throws Exception {
    // GIVEN
    String path = "/apis/networking.k8s.io/v1/namespaces/tier-premium/networkpolicies/deny-all";
    // WHEN
    Answer answer = kubernetes.tryDeleteAsTenant(path);
    // THEN
    assertThat(answer.message())
        .isEqualTo(
            "networkpolicies.networking.k8s.io \"deny-all\" is forbidden: ValidatingAdmissionPolicy"
                + " 'tamper.cellwall.io' with binding 'tamper.cellwall.io' denied request:"
                + " NetworkPolicy deny-all is a guard rail of the cell; tenant must not change it:"
                + " change the platform bundle");
  }

  private static Path tools() throws IOException, InterruptedException {
    Path script = Path.of(System.getProperty("cellwall.root"), ".ci/kubernetes/build");
    Process where = new ProcessBuilder(script.toString(), "--where").start();
    Path tools;
    try (BufferedReader out = where.inputReader(StandardCharsets.UTF_8)) {
      tools = Path.of(String.valueOf(out.readLine()));
    }
    assertThat(where.waitFor(10, TimeUnit.SECONDS)).isTrue();
    for (String program : List.of("etcd", "kube-apiserver", "crds")) {
      assertThat(tools.resolve(program))
          .as("This test runs a real Kubernetes API server. Get it once with: .ci/kubernetes/build")
          .exists();
    }
    return tools;
  }

  private static List<Path> definitions() throws IOException, InterruptedException {
    try (Stream<Path> files = Files.list(tools().resolve("crds"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  /** In the order of Argo CD: by wave, then by file. */
  private static List<Map<String, Object>> inOrder(PlatformBundle bundle) {
    List<Map<String, Object>> manifests = new ArrayList<>(Manifests.of(bundle));
    manifests.sort(Comparator.comparingInt(PlatformBundleApiServerTest::wave));
    return manifests;
  }

  private static int wave(Map<String, Object> manifest) {
    Map<?, ?> metadata = (Map<?, ?>) manifest.getOrDefault("metadata", Map.of());
    if (metadata.get("annotations") instanceof Map<?, ?> annotations
        && annotations.get("argocd.argoproj.io/sync-wave") instanceof String wave) {
      return Integer.parseInt(wave);
    }
    return 0;
  }

  private static void assertAccepted(Map<String, Object> manifest, Answer answer) {
    assertThat(answer.accepted())
        .as("%s: %s", Manifests.label(manifest), answer.message())
        .isTrue();
  }

  /** A policy is at work a moment after it is stored, so the first answers may be others. */
  private static void assertRefused(Map<String, Object> manifest, String message)
      throws IOException, InterruptedException {
    Answer answer = kubernetes.tryCreate(manifest);
    for (int i = 0; i < 100 && !answer.message().equals(message); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      answer = kubernetes.tryCreate(manifest);
    }
    assertThat(answer.message()).isEqualTo(message);
  }

  /** Writes the status that the quota's controller would. */
  private static void settleQuota(String namespace, String pods)
      throws IOException, InterruptedException {
    Map<String, Object> quota =
        Manifests.of(PlatformBundle.render(PLAN)).stream()
            .filter(m -> Manifests.label(m).equals(namespace + "/ResourceQuota tier"))
            .findFirst()
            .orElseThrow();
    Map<String, Object> hard = Manifests.map(Manifests.map(quota, "spec"), "hard");
    Map<String, Object> used = new LinkedHashMap<>();
    hard.keySet().forEach(name -> used.put(name, "0"));
    used.put("pods", pods);
    Map<String, Object> status = new LinkedHashMap<>(quota);
    status.remove("spec");
    status.put("status", Map.of("hard", hard, "used", used));
    assertAccepted(quota, kubernetes.applyStatus(status));
  }
}
