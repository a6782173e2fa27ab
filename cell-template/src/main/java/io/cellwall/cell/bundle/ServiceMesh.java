package io.cellwall.cell.bundle;

/** The mesh between a cell's workloads. */
public enum ServiceMesh {
  /** No mesh. */
  NONE("none"),
  /** Istio in ambient mode: mutual TLS by an agent on each node, no sidecar. */
  ISTIO_AMBIENT("ambient");

  private final String dataplaneMode;

  ServiceMesh(String dataplaneMode) {
    this.dataplaneMode = dataplaneMode;
  }

  /** Value of the namespace label {@code istio.io/dataplane-mode}. */
  String dataplaneMode() {
    return dataplaneMode;
  }
}
