package io.cellwall.cell.bundle;

/**
 * The most that the workloads of one tier take together.
 *
 * @param cpu cores requested
 * @param memoryGib memory requested, and limited, in GiB
 * @param pods pods, and as many jobs
 * @param ephemeralGib local disk requested, in GiB
 * @param volumes persistent volume claims
 * @param storageGib persistent storage requested, in GiB
 * @param largest the most that one container or volume may ask for
 */
public record TierQuota(
    int cpu,
    int memoryGib,
    int pods,
    int ephemeralGib,
    int volumes,
    int storageGib,
    Largest largest) {

  /**
   * The most that one container or volume may ask for.
   *
   * @param cpu cores of a container
   * @param memoryGib memory of a container, in GiB
   * @param volumeGib size of a volume, in GiB
   */
  public record Largest(int cpu, int memoryGib, int volumeGib) {
    public Largest {
      positive("cores of a container", cpu);
      positive("GiB of a container", memoryGib);
      positive("GiB of a volume", volumeGib);
    }
  }

  public TierQuota {
    positive("cores", cpu);
    positive("GiB of memory", memoryGib);
    positive("pods", pods);
    positive("GiB of local disk", ephemeralGib);
    positive("volumes", volumes);
    positive("GiB of storage", storageGib);
    within("cores", largest.cpu(), cpu);
    within("GiB of memory", largest.memoryGib(), memoryGib);
    within("GiB of storage", largest.volumeGib(), storageGib);
  }

  private static void positive(String what, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(
          "a tier's quota has " + value + " " + what + ": use 1 or more");
    }
  }

  private static void within(String what, int one, int all) {
    if (one > all) {
      throw new IllegalArgumentException(
          "a tier's quota lets one take %d %s of %d: use %d or less"
              .formatted(one, what, all, all));
    }
  }
}
