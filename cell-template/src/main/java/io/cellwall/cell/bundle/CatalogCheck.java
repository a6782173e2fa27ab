package io.cellwall.cell.bundle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What the catalog's types do not say: unique names, pinned versions, known origins. */
final class CatalogCheck {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?:[._/-][a-z0-9]+)*");
  private static final Pattern CHART_VERSION = Pattern.compile("v?[0-9]+\\.[0-9]+\\.[0-9]+");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._-]{0,127}");
  private static final Pattern DIGEST = Pattern.compile("sha256:[0-9a-f]{64}");
  private static final Set<String> MOVING_TAGS = Set.of("latest", "stable", "main", "master");

  private final List<String> problems = new ArrayList<>();

  private CatalogCheck() {}

  static BundleCatalog checked(String file, BundleCatalog catalog) {
    CatalogCheck check = new CatalogCheck();
    check.unique("chart", catalog.charts(), MirroredChart::name);
    check.unique("image", catalog.images(), MirroredImage::name);
    check.unique("namespace", catalog.namespaces(), BundleCatalog.PlatformNamespace::name);
    check.unique("add-on", catalog.addOns(), EksAddOn::name);
    check.unique("manifest", catalog.manifests(), BundleCatalog.ManifestFile::file);
    catalog.charts().forEach(chart -> check.chart(chart, catalog));
    catalog.images().forEach(check::image);
    if (!check.problems.isEmpty()) {
      throw new IllegalStateException(
          "bundle/" + file + ":\n  " + String.join("\n  ", check.problems));
    }
    return catalog;
  }

  private <T> void unique(String what, List<T> entries, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (T entry : entries) {
      if (!NAME.matcher(name.apply(entry)).matches()) {
        problems.add(what + " \"" + name.apply(entry) + "\": the name must be lower case");
      }
      if (!seen.add(name.apply(entry))) {
        problems.add(what + " " + name.apply(entry) + " is there twice: remove one");
      }
    }
  }

  private void chart(MirroredChart chart, BundleCatalog catalog) {
    if (!CHART_VERSION.matcher(chart.version()).matches()) {
      problems.add(
          "chart %s: version \"%s\" is not pinned: use three numbers"
              .formatted(chart.name(), chart.version()));
    }
    if (!chart.origin().matches("(?:oci|https)://.+/" + Pattern.quote(chart.name()))) {
      problems.add(
          "chart %s: origin \"%s\" must be an oci:// or https:// address that ends in the name"
              .formatted(chart.name(), chart.origin()));
    }
    boolean housed =
        catalog.namespaces().stream()
            .anyMatch(n -> n.name().equals(chart.namespace()) && n.when() == chart.when());
    boolean housedAlways =
        catalog.namespaces().stream()
            .anyMatch(n -> n.name().equals(chart.namespace()) && n.when() == When.ALWAYS);
    if (!housed && !housedAlways) {
      problems.add(
          "chart %s: namespace %s is not among the namespaces: add it"
              .formatted(chart.name(), chart.namespace()));
    }
  }

  private void image(MirroredImage image) {
    if (!NAME.matcher(image.repository()).matches() || !NAME.matcher(image.origin()).matches()) {
      problems.add(
          "image %s: \"%s\" from \"%s\": use lower-case repositories without a scheme or tag"
              .formatted(image.name(), image.repository(), image.origin()));
    }
    if (!TAG.matcher(image.tag()).matches() || MOVING_TAGS.contains(image.tag())) {
      problems.add(
          "image %s: tag \"%s\" is not pinned: use a version".formatted(image.name(), image.tag()));
    }
    image
        .digest()
        .filter(digest -> !DIGEST.matcher(digest).matches())
        .ifPresent(
            digest ->
                problems.add(
                    "image %s: digest \"%s\" must be sha256: and 64 hexadecimal digits"
                        .formatted(image.name(), digest)));
  }
}
