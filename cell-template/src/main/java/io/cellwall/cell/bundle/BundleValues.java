package io.cellwall.cell.bundle;

import inet.ipaddr.IPAddressString;
import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.Mesh;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that the bundle's files may name, all of them made from value objects. */
final class BundleValues {

  /** Namespaces that every Kubernetes cluster has. */
  private static final List<String> BUILT_IN =
      List.of("default", "kube-node-lease", "kube-public", "kube-system");

  private final PlatformBundlePlan plan;
  private final BundleCatalog catalog;
  private final CellRegistry eksRegistry;

  BundleValues(PlatformBundlePlan plan, BundleCatalog catalog, CellRegistry eksRegistry) {
    this.plan = plan;
    this.catalog = catalog;
    this.eksRegistry = eksRegistry;
  }

  Map<String, Object> ofCell() {
    Map<String, Object> values = new HashMap<>();
    values.put("cell", plan.cell().toString());
    values.put("region", plan.region().code());
    values.put("zone", plan.zone().value());
    values.put("release", plan.release().value());
    values.put("registry", plan.registry().host());
    values.put("eksRegistry", eksRegistry.host());
    values.put("cidr", plan.cidr().toString());
    values.put("serviceCidr", plan.serviceCidr().toString());
    values.put("clusterDns", clusterDns(plan.serviceCidr()));
    values.put("dataplaneMode", dataplaneMode(plan.mesh()));
    values.put("namespaces", celList(namespaces()));
    values.put("addOnNamespaces", celList(addOnNamespaces()));
    values.put("tierNamespaces", celList(tierNamespaces()));
    values.put("restrictedNamespaces", celList(restrictedNamespaces()));
    for (MirroredImage image : catalog.images(plan)) {
      String key = "image." + image.name();
      values.put(key, plan.registry().reference(image));
      values.put(key + ".repository", plan.registry().repository(image));
      values.put(key + ".tag", image.pin());
    }
    return values;
  }

  Map<String, Object> ofTier(TenantTier tier) {
    TierQuota quota = tier.quota();
    Map<String, Object> values = ofCell();
    values.put("tier", tier.name().value());
    values.put("tier.priority", tier.priority());
    values.put("tier.cpu", Integer.toString(quota.cpu()));
    values.put("tier.memory", quota.memoryGib() + "Gi");
    values.put("tier.pods", Integer.toString(quota.pods()));
    values.put("tier.ephemeralStorage", quota.ephemeralGib() + "Gi");
    values.put("tier.volumes", Integer.toString(quota.volumes()));
    values.put("tier.storage", quota.storageGib() + "Gi");
    values.put("tier.containerCpu", Integer.toString(quota.largest().cpu()));
    values.put("tier.containerMemory", quota.largest().memoryGib() + "Gi");
    values.put("tier.volumeSize", quota.largest().volumeGib() + "Gi");
    return values;
  }

  Map<String, Object> ofNamespace(BundleCatalog.PlatformNamespace namespace) {
    Map<String, Object> values = ofCell();
    values.put("namespace", namespace.name());
    values.put("namespace.podSecurity", namespace.podSecurity());
    return values;
  }

  Map<String, Object> ofChart(MirroredChart chart, Object chartValues) {
    Map<String, Object> values = ofCell();
    values.put("chart", chart.name());
    values.put("chart.version", chart.version());
    values.put("chart.namespace", chart.namespace());
    values.put("chart.wave", Integer.toString(chart.wave()));
    values.put("chart.values", chartValues);
    return values;
  }

  List<BundleCatalog.PlatformNamespace> platformNamespaces() {
    return catalog.namespaces().stream().filter(n -> n.when().holdsFor(plan)).toList();
  }

  private List<String> namespaces() {
    return Stream.of(
            BUILT_IN.stream(),
            platformNamespaces().stream().map(BundleCatalog.PlatformNamespace::name),
            addOnNamespaces().stream(),
            tierNamespaces().stream())
        .flatMap(names -> names)
        .distinct()
        .sorted()
        .toList();
  }

  private List<String> addOnNamespaces() {
    return catalog.addOns(plan).stream().map(EksAddOn::namespace).distinct().sorted().toList();
  }

  private List<String> tierNamespaces() {
    return plan.tiers().stream().map(tier -> tier.name().namespace()).sorted().toList();
  }

  private List<String> restrictedNamespaces() {
    Stream<String> platform =
        platformNamespaces().stream()
            .filter(n -> n.podSecurity().equals("restricted"))
            .map(BundleCatalog.PlatformNamespace::name);
    return Stream.of(Stream.of("default"), platform, tierNamespaces().stream())
        .flatMap(names -> names)
        .sorted()
        .toList();
  }

  /** A list of CEL; names of namespaces hold nothing that would need escaping. */
  private static String celList(List<String> names) {
    return names.stream().map(name -> "'" + name + "'").collect(Collectors.joining(", ", "[", "]"));
  }

  /**
   * The address of the cluster's DNS service, the tenth of the service range:
   * https://docs.aws.amazon.com/eks/latest/APIReference/API_KubernetesNetworkConfigRequest.html
   */
  private static String clusterDns(Cidr services) {
    return new IPAddressString(services.toString())
            .getAddress()
            .getLower()
            .withoutPrefixLength()
            .increment(10)
        + "/32";
  }

  // Value of the namespace label istio.io/dataplane-mode.
  private static String dataplaneMode(Mesh mesh) {
    return switch (mesh) {
      case NONE -> "none";
      case ISTIO_AMBIENT -> "ambient";
    };
  }
}
