package io.cellwall.regions.model;

/** The service mesh of a cell's cluster. */
public enum Mesh {
  /** No mesh: pods speak to each other as they are. */
  NONE,
  /** Istio without sidecars: mutual TLS between all pods. */
  ISTIO_AMBIENT
}
