package io.cellwall.cell.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.hash.Hashing;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Release;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlatformBundleTest {

  private static final Path GOLDEN =
      Path.of(System.getProperty("cellwall.root"), "cell-template/src/test/resources/bundle");

  @Test
  void should_render_the_files_of_an_auto_mode_cell() throws IOException {
    // GIVEN
    PlatformBundle bundle = PlatformBundle.render(Plans.autoMode());
    // THEN
    assertGolden("auto-mode.files.txt", fingerprints(bundle));
    assertGolden("auto-mode.images.yaml", text(bundle, "guard-rails/images.yaml"));
    assertGolden("auto-mode.gateway-helm.yaml", text(bundle, "apps/gateway-helm.yaml"));
  }

  @Test
  void should_render_the_files_of_a_cell_with_node_groups_and_mesh() throws IOException {
    // GIVEN
    PlatformBundle bundle = PlatformBundle.render(Plans.nodeGroupsWithMesh());
    // THEN
    assertGolden("node-groups-mesh.files.txt", fingerprints(bundle));
  }

  @Test
  void should_bring_an_autoscaler_only_where_eks_does_not() {
    assertThat(PlatformBundle.render(Plans.nodeGroupsWithMesh()).files())
        .containsKeys("apps/cluster-autoscaler.yaml", "apps/aws-load-balancer-controller.yaml")
        .doesNotContainKey("nodes/auto-mode.yaml");
    assertThat(PlatformBundle.render(Plans.autoMode()).files())
        .containsKey("nodes/auto-mode.yaml")
        .doesNotContainKeys(
            "apps/cluster-autoscaler.yaml", "apps/aws-load-balancer-controller.yaml");
  }

  @Test
  void should_leave_what_is_an_eks_add_on_to_eks() {
    // GIVEN
    BundleCatalog catalog = BundleCatalog.load();
    // THEN
    assertThat(catalog.addOns(Plans.autoMode()))
        .extracting(EksAddOn::name)
        .containsExactly(
            "metrics-server",
            "kube-state-metrics",
            "prometheus-node-exporter",
            "cert-manager",
            "external-dns");
    assertThat(catalog.addOns(Plans.nodeGroupsWithMesh())).hasSize(10);
    assertThat(catalog.charts())
        .extracting(MirroredChart::name)
        .doesNotContainAnyElementsOf(catalog.addOns().stream().map(EksAddOn::name).toList());
  }

  @Test
  void should_name_the_revision_by_release_and_content() {
    // GIVEN
    PlatformBundlePlan plan = Plans.autoMode();
    PlatformBundle bundle = PlatformBundle.render(plan);
    PlatformBundlePlan fewer =
        new PlatformBundlePlan(
            plan.cell(),
            plan.account(),
            plan.zone(),
            plan.cidr(),
            plan.serviceCidr(),
            plan.release(),
            plan.tiers().subList(0, 1),
            plan.mesh(),
            plan.nodes(),
            plan.nat());
    // THEN
    assertThat(bundle.revision()).matches("2026\\.11\\.0-[0-9a-f]{10}");
    assertThat(text(bundle, "bootstrap/root.yaml")).contains(bundle.revision());
    assertThat(bundle.artifact()).doesNotContainKey("bootstrap/root.yaml").isNotEmpty();
    assertThat(PlatformBundle.render(fewer).revision()).isNotEqualTo(bundle.revision());
    assertThat(PlatformBundle.render(plan)).isEqualTo(bundle);
  }

  @Test
  void should_report_every_problem_of_a_plan() {
    // GIVEN
    PlatformBundlePlan plan = Plans.autoMode();
    TenantTier tier = plan.tiers().get(0);
    PlatformBundlePlan broken =
        new PlatformBundlePlan(
            plan.cell(),
            plan.account(),
            plan.zone(),
            Cidr.parse("10.0.0.0/8"),
            Cidr.parse("10.1.0.0/26"),
            plan.release(),
            List.of(tier, tier),
            plan.mesh(),
            plan.nodes(),
            plan.nat());
    // THEN
    assertThat(PlatformBundle.findings(broken))
        .allMatch(Finding::blocks)
        .extracting(Finding::message)
        .containsExactlyInAnyOrder(
            "its services' addresses 10.1.0.0/26 overlap its network 10.0.0.0/8; they must be apart",
            "its services' addresses 10.1.0.0/26 are a /26; EKS takes a /12 to a /24",
            "tier internal is there twice; each tier must have a name of its own");
    assertThat(PlatformBundle.findings(plan)).isEmpty();
    assertThatThrownBy(() -> PlatformBundle.render(broken))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the bundle of eu-west-1-cell-03 cannot be rendered: ");
  }

  @Test
  void should_report_a_region_without_a_registry_of_eks() {
    // GIVEN
    PlatformBundlePlan plan =
        Plans.plan("ap-east-2-cell-01", "111122223333", Mesh.NONE, NodeProvisioning.AUTO_MODE);
    // THEN
    assertThat(PlatformBundle.findings(plan))
        .singleElement()
        .extracting(Finding::message)
        .isEqualTo("no registry of EKS add-ons is known for region ap-east-2; there must be one");
  }

  @Test
  void should_bind_the_gateway_to_the_target_group_of_the_cell_only() {
    // GIVEN
    String arn =
        "arn:aws:elasticloadbalancing:eu-west-1:206626436606:targetgroup/cell/0123456789abcdef";
    // THEN
    assertThat(TargetGroupBindings.manifest(Plans.autoMode(), arn))
        .contains("apiVersion: eks.amazonaws.com/v1\n", "name: cell-gateway\n", arn);
    assertThat(TargetGroupBindings.manifest(Plans.nodeGroupsWithMesh(), arn))
        .contains("apiVersion: elbv2.k8s.aws/v1beta1\n");
    String foreign = arn.replace("206626436606", "111122223333");
    assertThatThrownBy(() -> TargetGroupBindings.manifest(Plans.autoMode(), foreign))
        .hasMessage(
            "\"%s\" is not the ARN of a target group of account 206626436606 in eu-west-1"
                .formatted(foreign));
  }

  @Test
  void should_quote_what_older_readers_of_yaml_take_for_something_else() {
    // GIVEN
    Map<String, Object> tree =
        Map.of("a", List.of("yes", "on", "1e3", "012", "1_000", "12:30:45", "~", "a: b", "plain"));
    // THEN
    assertThat(ManifestText.of(tree))
        .isEqualTo(
            """
            a:
              - "yes"
              - "on"
              - "1e3"
              - "012"
              - "1_000"
              - "12:30:45"
              - "~"
              - "a: b"
              - plain
            """);
  }

  @Test
  void should_take_values_as_scalars_and_never_as_yaml() {
    // GIVEN a release is the freest of the inputs
    assertThatThrownBy(() -> Release.parse("1.0.0-x\nkind: Secret"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> TierName.parse("a', 'kube-system"))
        .hasMessage(
            "\"a', 'kube-system\" is not a tier name: 2 to 20 lower-case letters, digits or hyphens");
    // WHEN a value would be read as YAML
    List<Object> filled =
        ManifestTemplate.of("namespaces/argocd.yaml").fill(Map.of("unused", "x\nkind: Secret"));
    // THEN
    assertThat(filled).singleElement().asString().doesNotContain("Secret");
  }

  private static String fingerprints(PlatformBundle bundle) {
    return bundle.files().entrySet().stream()
        .map(
            file ->
                Hashing.sha256()
                        .hashString(file.getValue(), StandardCharsets.UTF_8)
                        .toString()
                        .substring(0, 12)
                    + " "
                    + file.getKey()
                    + "\n")
        .collect(
            Collectors.joining("", bundle.fingerprint() + "\n" + bundle.revision() + "\n", ""));
  }

  private static String text(PlatformBundle bundle, String file) {
    assertThat(bundle.files()).containsKey(file);
    return bundle.files().getOrDefault(file, "");
  }

  private static void assertGolden(String name, String text) throws IOException {
    Path file = GOLDEN.resolve(name);
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.createDirectories(GOLDEN);
      Files.writeString(file, text);
    }
    assertThat(text)
        .as("%s; after a change that is meant: ./mvnw test -Dgolden.rewrite=true", file)
        .isEqualTo(Files.readString(file));
  }
}
