package io.cellwall.cell.bundle;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.regions.model.Region;
import java.util.List;
import java.util.Optional;

/**
 * What the bundle is made of, read from {@code bundle/catalog.yaml}: the list that the mirroring
 * job copies, and the add-ons that the cell's stack declares.
 *
 * @param charts Helm charts
 * @param images their images, and those of the bundle's own manifests
 * @param namespaces the namespaces of the charts
 * @param addOns what EKS installs
 * @param manifests the bundle's own manifests
 */
public record BundleCatalog(
    List<MirroredChart> charts,
    List<MirroredImage> images,
    List<PlatformNamespace> namespaces,
    List<EksAddOn> addOns,
    List<ManifestFile> manifests) {

  /**
   * A namespace of the platform.
   *
   * @param name its name
   * @param podSecurity the Pod Security Standard that is enforced in it
   * @param when the cells that have it
   */
  record PlatformNamespace(String name, String podSecurity, When when) {}

  /**
   * A file of manifests.
   *
   * @param file its path among the bundle's resources
   * @param scope how often it is rendered
   * @param when the cells it is for
   */
  record ManifestFile(String file, @JsonProperty("for") Scope scope, When when) {}

  /** How often a file is rendered. */
  enum Scope {
    @JsonProperty("cell")
    CELL,
    @JsonProperty("tier")
    TIER,
    @JsonProperty("namespace")
    NAMESPACE
  }

  public BundleCatalog {
    charts = List.copyOf(charts);
    images = List.copyOf(images);
    namespaces = List.copyOf(namespaces);
    addOns = List.copyOf(addOns);
    manifests = List.copyOf(manifests);
  }

  /** The catalog of this release. */
  public static BundleCatalog load() {
    return OfThisRelease.CATALOG;
  }

  /** The charts of one cell, in the order of the catalog. */
  public List<MirroredChart> charts(PlatformBundlePlan plan) {
    return charts.stream().filter(c -> c.when().holdsFor(plan)).toList();
  }

  /** The images of one cell, in the order of the catalog. */
  public List<MirroredImage> images(PlatformBundlePlan plan) {
    return images.stream().filter(i -> i.when().holdsFor(plan)).toList();
  }

  /** The add-ons of one cell, in the order of the catalog. */
  public List<EksAddOn> addOns(PlatformBundlePlan plan) {
    return addOns.stream().filter(a -> a.when().holdsFor(plan)).toList();
  }

  /** The registry of the EKS add-ons of a region, where EKS has one there. */
  public Optional<CellRegistry> eksRegistry(Region region) {
    return EksRegistries.of(region).map(account -> new CellRegistry(account, region));
  }

  // Read once, at the first question for it.
  private static final class OfThisRelease {
    static final BundleCatalog CATALOG =
        CatalogReader.read("catalog.yaml", BundleResources.text("catalog.yaml"));
  }
}
