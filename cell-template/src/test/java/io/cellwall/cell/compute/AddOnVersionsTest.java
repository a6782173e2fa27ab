package io.cellwall.cell.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.cell.bundle.BundleCatalog;
import io.cellwall.cell.bundle.EksAddOn;
import io.cellwall.regions.model.KubernetesVersion;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddOnVersionsTest {

  @Test
  void should_have_each_add_on_of_the_catalog_for_each_version_that_a_cell_may_run() {
    // GIVEN
    AddOnVersions versions = AddOnVersions.load();
    // THEN
    assertThat(versions.kubernetes()).containsExactlyElementsOf(KubernetesVersion.KNOWN);
    for (Map<String, String> ofOne : versions.versions().values()) {
      assertThat(ofOne.keySet())
          .containsExactlyInAnyOrderElementsOf(
              BundleCatalog.load().addOns().stream().map(EksAddOn::name).toList());
      assertThat(ofOne.values())
          .allSatisfy(
              version ->
                  assertThat(version).matches("v[0-9]+\\.[0-9]+\\.[0-9]+-eksbuild\\.[0-9]+"));
    }
  }

  @Test
  void should_say_which_versions_of_kubernetes_there_are() {
    AddOnVersions versions = AddOnVersions.load();
    assertThatThrownBy(() -> versions.of(new KubernetesVersion(31), "coredns"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "compute/add-ons.yaml has no version of coredns for Kubernetes 1.31; it has Kubernetes"
                + " [1.33, 1.34, 1.35, 1.36]");
  }
}
