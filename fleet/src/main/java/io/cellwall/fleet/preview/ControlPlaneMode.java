package io.cellwall.fleet.preview;

/** Whether control planes are told of. */
enum ControlPlaneMode {
  /** Where they can be synthesized, or were before; else a warning says that they are left out. */
  AUTO,
  /** Where they cannot be synthesized, that blocks. */
  ALWAYS,
  NEVER
}
