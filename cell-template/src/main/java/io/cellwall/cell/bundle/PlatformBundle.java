package io.cellwall.cell.bundle;

import io.cellwall.regions.finding.Finding;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The files that make a cell's cluster the cell's: the same plan always gives the same text.
 *
 * <p>Files below {@code bootstrap/} are for the job that installs Argo CD from inside the cell's
 * network; all others are the OCI artifact {@code platform/bundle} with the tag {@link #revision},
 * which Argo CD takes from there.
 *
 * @param files text by path, forward slashes
 * @param revision tag of the artifact: the release, and the start of the hash of its content
 * @param fingerprint SHA-256 of all files, in hexadecimal
 */
public record PlatformBundle(SortedMap<String, String> files, String revision, String fingerprint) {

  /** Files below this path are not part of the artifact. */
  public static final String BOOTSTRAP = "bootstrap/";

  public PlatformBundle {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
  }

  /** What keeps a plan from being rendered, sorted; empty if nothing does. */
  public static List<Finding> findings(PlatformBundlePlan plan) {
    return BundleRules.findings(plan, BundleCatalog.load());
  }

  /**
   * Renders the bundle of one cell.
   *
   * @throws IllegalArgumentException if {@link #findings} has any for the plan
   */
  public static PlatformBundle render(PlatformBundlePlan plan) {
    BundleCatalog catalog = BundleCatalog.load();
    List<Finding> findings = BundleRules.findings(plan, catalog);
    if (!findings.isEmpty()) {
      throw new IllegalArgumentException(
          "the bundle of " + plan.cell() + " cannot be rendered: " + findings.get(0).message());
    }
    return new BundleRendering(plan, catalog).bundle();
  }

  /** The files of the OCI artifact. */
  public SortedMap<String, String> artifact() {
    SortedMap<String, String> artifact = new TreeMap<>(files);
    artifact.keySet().removeIf(file -> file.startsWith(BOOTSTRAP));
    return Collections.unmodifiableSortedMap(artifact);
  }
}
