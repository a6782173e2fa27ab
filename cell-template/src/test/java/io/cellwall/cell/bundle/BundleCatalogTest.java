package io.cellwall.cell.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.model.Region;
import org.junit.jupiter.api.Test;

class BundleCatalogTest {

  private static final String EMPTY =
      """
      charts: []
      images: []
      namespaces: []
      addOns: []
      manifests: []
      """;

  @Test
  void should_have_a_pinned_version_and_an_origin_for_everything() {
    // GIVEN
    BundleCatalog catalog = BundleCatalog.load();
    // THEN
    assertThat(catalog.charts()).hasSizeGreaterThan(5).allMatch(c -> !c.version().isEmpty());
    assertThat(catalog.images()).hasSizeGreaterThan(8).allMatch(i -> !i.origin().isEmpty());
    assertThat(catalog.eksRegistry(Region.parse("cn-north-1")))
        .map(CellRegistry::host)
        .contains("918309763551.dkr.ecr.cn-north-1.amazonaws.com.cn");
    assertThat(catalog.eksRegistry(Region.parse("us-gov-west-1")))
        .map(CellRegistry::host)
        .contains("013241004608.dkr.ecr.us-gov-west-1.amazonaws.com");
  }

  @Test
  void should_refer_to_an_image_by_its_digest_once_that_is_recorded() {
    // GIVEN
    String digest = "sha256:" + "0a".repeat(32);
    BundleCatalog catalog =
        CatalogReader.read(
            "catalog.yaml",
            EMPTY.replace(
                "images: []",
                "images: [{name: a, repository: b/a, tag: v1, digest: '%s', origin: x.io/b/a, when: always}]"
                    .formatted(digest)));
    // THEN
    assertThat(Plans.autoMode().registry().reference(catalog.images().get(0)))
        .isEqualTo("206626436606.dkr.ecr.eu-west-1.amazonaws.com/platform/images/b/a:v1@" + digest);
  }

  @Test
  void should_refuse_a_field_that_it_does_not_know() {
    assertThatThrownBy(() -> CatalogReader.read("catalog.yaml", EMPTY + "chart: []\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("bundle/catalog.yaml: Unrecognized property \"chart\"");
  }

  @Test
  void should_refuse_a_field_that_is_missing() {
    assertThatThrownBy(
            () ->
                CatalogReader.read(
                    "catalog.yaml",
                    EMPTY.replace("addOns: []", "addOns: [{name: a, owner: aws, when: always}]")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("namespace");
  }

  @Test
  void should_refuse_a_field_that_is_there_twice() {
    assertThatThrownBy(() -> CatalogReader.read("catalog.yaml", EMPTY + "charts: []\n"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("found duplicate key charts");
  }

  @Test
  void should_refuse_what_is_not_pinned_and_say_all_of_it() {
    // GIVEN
    String text =
        EMPTY
            .replace(
                "charts: []",
                "charts: [{name: a, version: 1.x, origin: 'http://x/b', namespace: n, when: mesh, wave: 1}]")
            .replace(
                "images: []",
                "images: [{name: a, repository: a, tag: latest, digest: 'sha256:1', origin: 'https://x/a', when: always}]");
    // THEN
    assertThatThrownBy(() -> CatalogReader.read("catalog.yaml", text))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            """
            bundle/catalog.yaml:
              chart a: version "1.x" is not pinned: use three numbers
              chart a: origin "http://x/b" must be an oci:// or https:// address that ends in the name
              chart a: namespace n is not among the namespaces: add it
              image a: "a" from "https://x/a": use lower-case repositories without a scheme or tag
              image a: tag "latest" is not pinned: use a version
              image a: digest "sha256:1" must be sha256: and 64 hexadecimal digits""");
  }

  @Test
  void should_say_which_values_a_file_may_name() {
    assertThatThrownBy(
            () -> ManifestTemplate.of("namespaces/gateway.yaml").fill(java.util.Map.of("a", "b")))
        .hasMessage("bundle/namespaces/gateway.yaml: ${cidr} is not a value here; there are [a]");
  }

  @Test
  void should_refuse_quotas_that_one_container_could_take_whole() {
    assertThatThrownBy(() -> new TierQuota(4, 16, 10, 10, 1, 10, new TierQuota.Largest(8, 8, 10)))
        .hasMessage("a tier's quota lets one take 8 cores of 4: use 4 or less");
    assertThatThrownBy(() -> new TierQuota(4, 16, 0, 10, 1, 10, new TierQuota.Largest(4, 8, 10)))
        .hasMessage("a tier's quota has 0 pods: use 1 or more");
  }
}
