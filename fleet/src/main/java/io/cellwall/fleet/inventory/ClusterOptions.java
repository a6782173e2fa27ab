package io.cellwall.fleet.inventory;

import io.cellwall.regions.model.Cidr;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.regions.model.Mesh;
import io.cellwall.regions.model.NodeProvisioning;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What somebody decides about the cluster of a new cell. */
final class ClusterOptions {

  @Option(
      names = "--nodes",
      paramLabel = "NODES",
      description = "auto-mode or node-groups; default auto-mode.")
  private String nodes = "auto-mode";

  @Option(
      names = "--kubernetes-version",
      paramLabel = "VERSION",
      description =
          "Pins the cell to a version such as 1.35; without it the cell runs the fleet's.")
  private @Nullable String kubernetesVersion;

  @Option(
      names = "--mesh",
      paramLabel = "MESH",
      description = "none or istio-ambient; default none.")
  private String mesh = "none";

  @Option(
      names = "--public-access",
      split = ",",
      paramLabel = "CIDR",
      description =
          "Public blocks that may reach the API endpoint; without it the endpoint is private.")
  private List<String> publicAccess = List.of();

  NodeProvisioning nodes(OptionText options) {
    return options.constant("--nodes", nodes, NodeProvisioning.values());
  }

  Optional<KubernetesVersion> kubernetesVersion(OptionText options) {
    return Optional.ofNullable(kubernetesVersion)
        .map(text -> options.parse("--kubernetes-version", text, KubernetesVersion::parse));
  }

  Mesh mesh(OptionText options) {
    return options.constant("--mesh", mesh, Mesh.values());
  }

  List<Cidr> publicAccess(OptionText options) {
    return publicAccess.stream()
        .map(block -> options.parse("--public-access", block, Cidr::parse))
        .toList();
  }
}
