package io.cellwall.cell.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.CellName;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.EksRegistries;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NatGateways;
import io.cellwall.regions.model.NodeProvisioning;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.ZoneName;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Whatever the cell: its bundle names that cell, its registry, and nothing beyond. */
class PlatformBundleProperties {

  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");
  private static final Pattern REGION = Pattern.compile("\\b[a-z]{2,4}(?:-[a-z]+)+-[0-9]\\b");
  private static final Pattern HOST =
      Pattern.compile("(?:[a-z0-9-]+\\.)+(?:com|com\\.cn|io|org|net|dev|cloud)(?![a-z0-9.])");

  /** Hosts that are no address: API groups and label prefixes. */
  private static final Set<String> GROUPS =
      Set.of(
          "admissionregistration.k8s.io",
          "argocd.argoproj.io",
          "resource.customizations.health.argoproj.io",
          "argoproj.io",
          "resources-finalizer.argocd.argoproj.io",
          "rbac.authorization.k8s.io",
          "cert-manager.io",
          "gateway.envoyproxy.io",
          "gateway.networking.k8s.io",
          "networking.k8s.io",
          "scheduling.k8s.io",
          "topology.kubernetes.io",
          "app.kubernetes.io",
          "kubernetes.io",
          "pod-security.kubernetes.io",
          "istio.io",
          "cellwall.io",
          "images.cellwall.io",
          "namespaces.cellwall.io",
          "one-door.cellwall.io",
          "no-ingress.cellwall.io",
          "workloads.cellwall.io",
          "pods.cellwall.io",
          "disruption-budgets.cellwall.io",
          "tamper.cellwall.io");

  /** Keys of Kubernetes, Argo CD and the charts whose text is an image, a chart or a registry. */
  private static final Set<String> REFERENCES =
      Set.of("image", "repository", "repoURL", "hub", "sourceRepos", "reference");

  private static final List<Region> REGIONS =
      Region.all().stream()
          .filter(region -> EksRegistries.of(region).isPresent())
          .sorted()
          .toList();

  @Property(tries = 40)
  void should_pull_everything_from_the_cells_own_registry(
      @ForAll("plans") PlatformBundlePlan plan) {
    // GIVEN
    String own = plan.registry().host();
    List<String> references = new ArrayList<>();
    // WHEN
    eachString(
        plan,
        (key, text) -> {
          if (REFERENCES.contains(key)) {
            references.add(text);
          }
        });
    // THEN
    assertThat(references).hasSizeGreaterThan(10);
    assertThat(references).allMatch(r -> r.startsWith(own + "/") || r.startsWith("oci://" + own));
  }

  @Property(tries = 40)
  void should_name_no_other_host_account_region_or_cell(@ForAll("plans") PlatformBundlePlan plan) {
    // GIVEN
    String eks = BundleCatalog.load().eksRegistry(plan.region()).orElseThrow().host();
    Set<String> accounts = Set.of(plan.account().value(), eks.substring(0, 12));
    // THEN
    eachString(
        plan,
        (key, text) -> {
          assertThat(found(ACCOUNT, text)).as(text).isSubsetOf(accounts);
          assertThat(found(REGION, text)).as(text).isSubsetOf(List.of(plan.region().code()));
          assertThat(found(HOST, text))
              .as(text)
              .allMatch(
                  host ->
                      GROUPS.contains(host)
                          || host.equals(plan.registry().host())
                          || host.equals(eks));
          assertThat(found(Pattern.compile("[a-z0-9-]+-cell-[0-9]{2}"), text))
              .isSubsetOf(List.of(plan.cell().toString()));
        });
  }

  @Property(tries = 20)
  void should_render_the_same_text_again(@ForAll("plans") PlatformBundlePlan plan) {
    assertThat(PlatformBundle.render(plan)).isEqualTo(PlatformBundle.render(plan));
  }

  @Provide
  Arbitrary<PlatformBundlePlan> plans() {
    Arbitrary<CellName> cells =
        Combinators.combine(Arbitraries.of(REGIONS), Arbitraries.integers().between(1, 99))
            .as(CellName::new);
    Arbitrary<AccountId> accounts =
        Arbitraries.strings().numeric().ofLength(12).map(AccountId::parse);
    Arbitrary<Tuple.Tuple3<CellSize, Mesh, NodeProvisioning>> choices =
        Combinators.combine(
                Arbitraries.of(CellSize.class),
                Arbitraries.of(Mesh.class),
                Arbitraries.of(NodeProvisioning.class))
            .as(Tuple::of);
    Arbitrary<Cidr> networks =
        Arbitraries.integers().between(0, 255).map(i -> Cidr.parse("10." + i + ".0.0/16"));
    return Combinators.combine(cells, accounts, networks, choices)
        .as(
            (cell, account, network, choice) ->
                new PlatformBundlePlan(
                    cell,
                    account,
                    ZoneName.parse("zz"),
                    network,
                    Cidr.parse("172.20.0.0/16"),
                    Release.parse("2026.11.0"),
                    TenantTier.forSize(choice.get1()),
                    choice.get2(),
                    choice.get3(),
                    NatGateways.PER_ZONE));
  }

  private static void eachString(
      PlatformBundlePlan plan, java.util.function.BiConsumer<String, String> each) {
    PlatformBundle.render(plan)
        .files()
        .values()
        .forEach(
            text -> Manifests.read(text).forEach(manifest -> Manifests.walk("", manifest, each)));
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group());
    }
    return found;
  }
}
