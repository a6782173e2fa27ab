package io.cellwall.cell.bundle;

import java.util.Map;

/** What users of a cell might send to its API server. */
final class Examples {

  /** The registry of the cell of {@link Plans}. */
  static final String REGISTRY = Plans.autoMode().registry().host();

  private Examples() {}

  /** Every right there is, for a user that is not of system:masters. */
  static Map<String, Object> tenantsMayDoAll() {
    return Manifests.read(
            """
      apiVersion: rbac.authorization.k8s.io/v1
      kind: ClusterRoleBinding
      metadata: {name: tenants}
      roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}
      subjects: [{apiGroup: rbac.authorization.k8s.io, kind: Group, name: tenants}]
      """)
        .get(0);
  }

  static Map<String, Object> disruptionBudget() {
    return Manifests.read(
            """
                apiVersion: policy/v1
                kind: PodDisruptionBudget
                metadata: {name: web, namespace: tier-premium}
                spec:
                  maxUnavailable: 25%
                  unhealthyPodEvictionPolicy: AlwaysAllow
                  selector: {matchLabels: {app: web}}
                """)
        .get(0);
  }

  static Map<String, Object> externalService() {
    return Manifests.read(
            """
                apiVersion: v1
                kind: Service
                metadata: {name: web, namespace: tier-premium}
                spec: {type: ExternalName, externalName: elsewhere.example.com}
                """)
        .get(0);
  }

  static Map<String, Object> ingress() {
    return Manifests.read(
            """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                metadata: {name: web, namespace: tier-premium}
                spec: {defaultBackend: {service: {name: web, port: {number: 80}}}}
                """)
        .get(0);
  }

  static Map<String, Object> namespace(String name) {
    return Manifests.read(
            """
            apiVersion: v1
            kind: Namespace
            metadata: {name: %s, labels: {}}
            """
                .formatted(name))
        .get(0);
  }

  static Map<String, Object> pod(String namespace) {
    return Manifests.read(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: web, namespace: %s}
            spec:
              priorityClassName: %s
              securityContext: {runAsNonRoot: true, seccompProfile: {type: RuntimeDefault}}
              containers:
                - name: web
                  image: %s/workloads/web:1
                  securityContext:
                    allowPrivilegeEscalation: false
                    capabilities: {drop: [ALL]}
            """
                .formatted(namespace, namespace, REGISTRY))
        .get(0);
  }

  static Map<String, Object> deployment() {
    return Manifests.read(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web, namespace: tier-premium}
            spec:
              replicas: 2
              selector: {matchLabels: {app: web}}
              template:
                metadata:
                  labels: {app: web, cellwall.io/disruption-budget: default}
                spec:
                  topologySpreadConstraints:
                    - maxSkew: 1
                      topologyKey: topology.kubernetes.io/zone
                      whenUnsatisfiable: DoNotSchedule
                      labelSelector: {matchLabels: {app: web}}
                  containers: [{name: web, image: "%s/workloads/web:1"}]
            """
                .formatted(REGISTRY))
        .get(0);
  }
}
