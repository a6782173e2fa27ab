package io.cellwall.cell.bundle;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** What users deploy, against a real Kubernetes API server with the bundle's guard rails. */
@Timeout(240)
@ExtendWith(CellApiServer.Provided.class)
@Tag("kubernetes")
class WorkloadGuardRailsTest {

  @Test
  void should_refuse_an_image_from_another_registry(CellApiServer cell) throws Exception {
    // GIVEN
    Map<String, Object> pod = Examples.pod("tier-premium");
    Manifests.put(pod, "docker.io/library/nginx:1", "spec", "containers", "0", "image");
    // THEN
    cell.assertRefused(
        pod,
        "pods \"web\" is forbidden: ValidatingAdmissionPolicy 'images.cellwall.io' with binding"
            + " 'images.cellwall.io' denied request: image docker.io/library/nginx:1 is not from a"
            + " registry of this cell; it must be from "
            + Examples.REGISTRY
            + "/: mirror it there and name it so");
    // GIVEN a registry that only starts like the cell's
    Manifests.put(
        pod, Examples.REGISTRY + ".example.com/web:1", "spec", "containers", "0", "image");
    cell.assertRefused(
        pod,
        "pods \"web\" is forbidden: ValidatingAdmissionPolicy 'images.cellwall.io' with binding"
            + " 'images.cellwall.io' denied request: image "
            + Examples.REGISTRY
            + ".example.com/web:1 is not from a registry of this cell; it must be from "
            + Examples.REGISTRY
            + "/: mirror it there and name it so");
  }

  @Test
  void should_allow_the_registry_of_eks_to_add_ons_only(CellApiServer cell) throws Exception {
    // GIVEN
    String image = "602401143452.dkr.ecr.eu-west-1.amazonaws.com/eks/metrics-server:v0.8.0";
    Map<String, Object> addOn = Examples.pod("kube-system");
    Manifests.put(addOn, image, "spec", "containers", "0", "image");
    Manifests.put(addOn, "system-cluster-critical", "spec", "priorityClassName");
    Map<String, Object> tenant = Examples.pod("tier-premium");
    Manifests.put(tenant, image, "spec", "containers", "0", "image");
    // THEN
    cell.assertAccepted(addOn);
    cell.assertRefused(
        tenant,
        "pods \"web\" is forbidden: ValidatingAdmissionPolicy 'images.cellwall.io' with binding"
            + " 'images.cellwall.io' denied request: image "
            + image
            + " is not from a registry of this cell; it must be from "
            + Examples.REGISTRY
            + "/: mirror it there and name it so");
  }

  @Test
  void should_refuse_a_pod_that_is_not_restricted(CellApiServer cell) throws Exception {
    // GIVEN
    Map<String, Object> pod = Examples.pod("tier-standard");
    Manifests.put(
        pod, List.of(Map.of("name", "host", "hostPath", Map.of("path", "/"))), "spec", "volumes");
    Manifests.put(pod, true, "spec", "hostNetwork");
    // THEN
    cell.assertRefused(
        pod,
        "pods \"web\" is forbidden: violates PodSecurity \"restricted:latest\": host namespaces"
            + " (hostNetwork=true), restricted volume types"
            + " (volume \"host\" uses restricted volume type \"hostPath\")");
  }

  @Test
  void should_accept_a_pod_as_it_should_be_and_refuse_another_tiers_priority(CellApiServer cell)
      throws Exception {
    // GIVEN
    Map<String, Object> pod = Examples.pod("tier-internal");
    // THEN
    cell.assertAccepted(pod);
    Manifests.put(pod, "tier-premium", "spec", "priorityClassName");
    cell.assertRefused(
        pod,
        "pods \"web\" is forbidden: ValidatingAdmissionPolicy 'pods.cellwall.io' with binding"
            + " 'pods.cellwall.io' denied request: pod has the priority class tier-premium; in this"
            + " namespace it must be tier-internal");
  }

  @Test
  void should_refuse_a_pod_beyond_the_quota_and_beyond_the_limits(CellApiServer cell)
      throws Exception {
    // GIVEN the quota's controller has counted all pods but one
    for (String tier : List.of("premium", "standard", "internal")) {
      cell.settleQuota("tier-" + tier, "tier", "0");
    }
    Map<String, Object> pod = Examples.pod("tier-premium");
    cell.settleQuota("tier-premium", "tier", "320");
    // THEN
    cell.assertRefused(
        pod,
        "pods \"web\" is forbidden: exceeded quota: tier, requested: pods=1, used: pods=320,"
            + " limited: pods=320");
    cell.settleQuota("tier-premium", "tier", "0");
    // GIVEN one container that wants more than any may have
    Manifests.put(
        pod,
        Map.of("requests", Map.of("memory", "33Gi"), "limits", Map.of("memory", "33Gi")),
        "spec",
        "containers",
        "0",
        "resources");
    cell.assertRefused(
        pod,
        "pods \"web\" is forbidden: maximum memory usage per Container is 32Gi, but limit is 33Gi");
  }

  @Test
  void should_refuse_workloads_that_a_zone_or_a_node_can_stop(CellApiServer cell) throws Exception {
    // GIVEN
    Map<String, Object> good = Examples.deployment();
    Map<String, Object> single = Examples.deployment();
    Manifests.put(single, 1, "spec", "replicas");
    Map<String, Object> unspread = Examples.deployment();
    Manifests.put(unspread, List.of(), "spec", "template", "spec", "topologySpreadConstraints");
    Map<String, Object> unbudgeted = Examples.deployment();
    Manifests.put(unbudgeted, Map.of("app", "web"), "spec", "template", "metadata", "labels");
    // THEN
    cell.assertAccepted(good);
    String refused =
        "deployments.apps \"web\" is forbidden: ValidatingAdmissionPolicy 'workloads.cellwall.io'"
            + " with binding 'workloads.cellwall.io' denied request: Deployment web ";
    cell.assertRefused(
        single, refused + "has 1 replica; it must have two or more, or a drained node stops it");
    cell.assertRefused(
        unspread,
        refused
            + "may have all its pods in one availability zone; it must have a"
            + " topologySpreadConstraint on topology.kubernetes.io/zone with maxSkew 1");
    cell.assertRefused(
        unbudgeted,
        refused
            + "has the disruption budget none; its pods must have the label"
            + " cellwall.io/disruption-budget: default, or own with a PodDisruptionBudget beside"
            + " it");
  }

  @Test
  void should_refuse_a_budget_that_never_gives_way(CellApiServer cell) throws Exception {
    // GIVEN
    Map<String, Object> budget = Examples.disruptionBudget();
    // THEN
    cell.assertAccepted(budget);
    Manifests.put(budget, 0, "spec", "maxUnavailable");
    cell.assertRefused(
        budget,
        "poddisruptionbudgets.policy \"web\" is forbidden: ValidatingAdmissionPolicy"
            + " 'disruption-budgets.cellwall.io' with binding 'disruption-budgets.cellwall.io'"
            + " denied request: disruption budget web may forbid every eviction; it must set"
            + " maxUnavailable to one or more");
  }
}
