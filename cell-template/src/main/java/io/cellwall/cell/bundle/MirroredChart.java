package io.cellwall.cell.bundle;

/**
 * A Helm chart that Argo CD installs, and where its copy comes from.
 *
 * @param name its name, and that of its repository below {@link CellRegistry#CHARTS}
 * @param version its pinned version
 * @param origin where the mirroring job copies it from, without the version
 * @param namespace the namespace it is installed in
 * @param when the cells that need it
 * @param wave its place in the order of installation: lower is earlier
 */
public record MirroredChart(
    String name, String version, String origin, String namespace, When when, int wave) {}
