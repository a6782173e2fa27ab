package io.cellwall.cell.bundle;

import io.cellwall.regions.model.CellSize;
import java.util.List;

/**
 * Tenants of a cell that share a namespace, a quota and a priority, so that no tier is a noisy
 * neighbour to another.
 *
 * @param name the tier's name
 * @param priority value of its PriorityClass, 1 to 1,000,000; the platform's own is above
 * @param quota the most that the tier takes
 */
public record TenantTier(TierName name, int priority, TierQuota quota) {

  public TenantTier {
    if (priority < 1 || priority > 1_000_000) {
      throw new IllegalArgumentException(
          "priority %d of tier %s is not between 1 and 1000000".formatted(priority, name));
    }
  }

  /**
   * The tiers of a cell of a size: half of its compute for standard tenants, a third for premium
   * ones, a sixth for what the platform team itself runs there.
   *
   * <p>The numbers are a choice of this product, to be replaced by what is measured.
   */
  public static List<TenantTier> forSize(CellSize size) {
    int sixth =
        switch (size) {
          case SMALL -> 8;
          case MEDIUM -> 16;
          case LARGE -> 32;
        };
    return List.of(
        new TenantTier(TierName.parse("standard"), 1000, sixths(3, sixth)),
        new TenantTier(TierName.parse("premium"), 10_000, sixths(2, sixth)),
        new TenantTier(TierName.parse("internal"), 100, sixths(1, sixth)));
  }

  // Four GiB and ten pods a core: the shape of general-purpose instances.
  private static TierQuota sixths(int parts, int cores) {
    int cpu = parts * cores;
    return new TierQuota(
        cpu, 4 * cpu, 10 * cpu, 10 * cpu, cpu, 100 * cpu, new TierQuota.Largest(8, 32, 500));
  }
}
