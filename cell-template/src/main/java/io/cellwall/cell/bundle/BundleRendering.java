package io.cellwall.cell.bundle;

import com.google.common.hash.Hasher;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** One rendering: every file of the catalog that the plan asks for. */
final class BundleRendering {

  private final PlatformBundlePlan plan;
  private final BundleCatalog catalog;
  private final BundleValues values;
  private final SortedMap<String, String> files = new TreeMap<>();

  BundleRendering(PlatformBundlePlan plan, BundleCatalog catalog) {
    this.plan = plan;
    this.catalog = catalog;
    this.values = new BundleValues(plan, catalog, catalog.eksRegistry(plan.region()).orElseThrow());
  }

  PlatformBundle bundle() {
    charts();
    manifests(false);
    // Ten digits, as twelve may by chance be an account's id.
    String revision = plan.release() + "-" + hash(files).substring(0, 10);
    Map<String, Object> bootstrap = new HashMap<>(values.ofCell());
    bootstrap.put("revision", revision);
    for (BundleCatalog.ManifestFile manifest : active()) {
      if (manifest.file().startsWith(PlatformBundle.BOOTSTRAP)) {
        put(manifest.file(), ManifestTemplate.of(manifest.file()).fill(bootstrap));
      }
    }
    // Argo CD is installed with the values by which it then keeps itself.
    files.put(
        PlatformBundle.BOOTSTRAP + "argo-cd.values.yaml",
        ManifestText.of(List.of(chartValues("argo-cd"))));
    return new PlatformBundle(files, revision, hash(files));
  }

  private void charts() {
    ManifestTemplate application = ManifestTemplate.of("apps/application.yaml");
    for (MirroredChart chart : catalog.charts(plan)) {
      put(
          "apps/" + chart.name() + ".yaml",
          application.fill(values.ofChart(chart, chartValues(chart.name()))));
    }
  }

  private Object chartValues(String chart) {
    return ManifestTemplate.of("charts/" + chart + ".values.yaml").fill(values.ofCell()).get(0);
  }

  private void manifests(boolean bootstrap) {
    for (BundleCatalog.ManifestFile manifest : active()) {
      if (manifest.file().startsWith(PlatformBundle.BOOTSTRAP) == bootstrap) {
        manifest(manifest);
      }
    }
  }

  private void manifest(BundleCatalog.ManifestFile manifest) {
    ManifestTemplate template = ManifestTemplate.of(manifest.file());
    switch (manifest.scope()) {
      case CELL -> put(manifest.file(), template.fill(values.ofCell()));
      case TIER -> {
        for (TenantTier tier : plan.tiers()) {
          put(suffixed(manifest.file(), tier.name().value()), template.fill(values.ofTier(tier)));
        }
      }
      case NAMESPACE -> {
        for (BundleCatalog.PlatformNamespace namespace : values.platformNamespaces()) {
          put(
              suffixed(manifest.file(), namespace.name()),
              template.fill(values.ofNamespace(namespace)));
        }
      }
    }
  }

  private List<BundleCatalog.ManifestFile> active() {
    return catalog.manifests().stream().filter(m -> m.when().holdsFor(plan)).toList();
  }

  /** {@code tiers/quota.yaml} of tier premium is {@code tiers/quota-premium.yaml}. */
  private static String suffixed(String file, String suffix) {
    return file.substring(0, file.length() - ".yaml".length()) + "-" + suffix + ".yaml";
  }

  private void put(String file, List<Object> documents) {
    if (files.put(file, ManifestText.of(documents)) != null) {
      throw new IllegalStateException("bundle/" + file + " is rendered twice: rename one");
    }
  }

  private static String hash(SortedMap<String, String> files) {
    Hasher hasher = Hashing.sha256().newHasher();
    files.forEach(
        (file, text) ->
            hasher
                .putString(file, StandardCharsets.UTF_8)
                .putByte((byte) 0)
                .putString(text, StandardCharsets.UTF_8)
                .putByte((byte) 0));
    return hasher.hash().toString();
  }
}
