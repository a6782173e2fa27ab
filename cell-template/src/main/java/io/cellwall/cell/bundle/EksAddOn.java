package io.cellwall.cell.bundle;

/**
 * What EKS installs, and the bundle therefore does not.
 *
 * @param name the add-on's name in the EKS API
 * @param namespace the namespace that EKS installs it in
 * @param owner {@code aws}, or {@code community} for what AWS installs but does not support
 * @param when the cells that need it; Auto Mode has the others inside
 */
public record EksAddOn(String name, String namespace, String owner, When when) {}
