package io.cellwall.cell.registry;

import io.cellwall.cell.bundle.BundleCatalog;
import io.cellwall.cell.bundle.CellRegistry;
import io.cellwall.cell.bundle.PlatformBundlePlan;
import io.cellwall.wiring.Place;
import java.util.List;
import java.util.stream.Stream;

/**
 * The repositories that the platform of one cell is pulled from. The mirroring job fills them; what
 * tenants run lies in others, below {@code workloads/}, which are not the stack's.
 *
 * @param repositories the repositories, sorted
 */
public record RegistryPlan(List<Repository> repositories) {

  public RegistryPlan {
    repositories = List.copyOf(repositories);
  }

  /**
   * A repository.
   *
   * @param resource name of its resource
   * @param name its path in the registry, the same in every cell
   */
  public record Repository(String resource, String name) {}

  /** The repositories of the cell with this bundle. */
  public static RegistryPlan of(Place place, PlatformBundlePlan bundle) {
    BundleCatalog catalog = BundleCatalog.load();
    Stream<String> charts =
        catalog.charts(bundle).stream().map(chart -> CellRegistry.CHARTS + chart.name());
    Stream<String> images =
        catalog.images(bundle).stream().map(image -> CellRegistry.IMAGES + image.repository());
    return new RegistryPlan(
        Stream.of(Stream.of(CellRegistry.BUNDLE), charts, images)
            .flatMap(names -> names)
            .distinct()
            .sorted()
            .map(name -> new Repository(place.named(name.replace('/', '-')), name))
            .toList());
  }
}
