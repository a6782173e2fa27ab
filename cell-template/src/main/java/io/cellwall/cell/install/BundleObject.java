package io.cellwall.cell.install;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.cellwall.cell.bundle.BundleCatalog;
import io.cellwall.cell.bundle.MirroredChart;
import io.cellwall.cell.bundle.PlatformBundle;
import io.cellwall.cell.bundle.PlatformBundlePlan;
import java.util.SortedMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the job reads: the rendered bundle, and what of it comes before Argo CD does.
 *
 * @param revision the bundle's revision
 * @param argoCd version of Argo CD's chart
 * @param files text of each file by its path
 */
@JsonPropertyOrder({"revision", "argoCd", "files"})
record BundleObject(String revision, String argoCd, SortedMap<String, String> files) {

  private static final JsonMapper JSON = new JsonMapper();

  static BundleObject of(PlatformBundlePlan plan) {
    PlatformBundle bundle = PlatformBundle.render(plan);
    String version =
        BundleCatalog.load().charts(plan).stream()
            .filter(chart -> chart.name().equals("argo-cd"))
            .map(MirroredChart::version)
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("the catalog has no chart argo-cd"));
    return new BundleObject(bundle.revision(), version, bundle.files());
  }

  String text() {
    return JSON.writeValueAsString(this);
  }
}
