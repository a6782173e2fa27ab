package io.cellwall.cell.role;

/**
 * A service account of the cell's cluster.
 *
 * @param namespace its namespace
 * @param name its name
 */
public record ServiceAccount(String namespace, String name) {}
