package io.cellwall.cell.compute;

import io.cellwall.cell.bundle.BundleCatalog;
import io.cellwall.cell.bundle.EksAddOn;
import io.cellwall.cell.bundle.PlatformBundlePlan;
import io.cellwall.cell.compute.AddOnPlan.Stage;
import io.cellwall.cell.role.PodRolePlan;
import io.cellwall.cell.role.RolePlan;
import io.cellwall.cell.role.ServiceAccount;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.HostName;
import io.cellwall.regions.model.KubernetesVersion;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The add-ons of one cell: those of the bundle's catalog, as far as the stack can install them. */
final class AddOns {

  private static final Set<String> BEFORE_NODES =
      Set.of("eks-pod-identity-agent", "kube-proxy", "vpc-cni");

  // Sorted: the order of some maps differs from run to run, and a text must not.
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  private final Place place;
  private final Arn boundary;
  private final KubernetesVersion kubernetes;
  private final String host;
  private final AddOnVersions versions = AddOnVersions.load();

  private AddOns(Place place, Arn boundary, KubernetesVersion kubernetes, String host) {
    this.place = place;
    this.boundary = boundary;
    this.kubernetes = kubernetes;
    this.host = host;
  }

  static List<AddOnPlan> of(Place place, Cell cell, HostName host, Arn boundary) {
    PlatformBundlePlan bundle = PlatformBundlePlan.of(cell, ClusterPlan.SERVICES);
    AddOns addOns =
        new AddOns(place, boundary, cell.compute().kubernetesVersion(), host.toString());
    return BundleCatalog.load().addOns(bundle).stream().map(addOns::plan).toList();
  }

  private AddOnPlan plan(EksAddOn addOn) {
    return new AddOnPlan(
        place.named(addOn.name()),
        addOn.name(),
        versions.of(kubernetes, addOn.name()),
        configuration(addOn.name()),
        BEFORE_NODES.contains(addOn.name()) ? Stage.BEFORE_NODES : Stage.AFTER_NODES,
        pods(addOn),
        onHostedZone(addOn.name()));
  }

  private Optional<String> configuration(String addOn) {
    return switch (addOn) {
      // Without it no network policy is enforced:
      // https://docs.aws.amazon.com/eks/latest/userguide/cni-network-policy-configure.html
      case "vpc-cni" -> Optional.of("{\"enableNetworkPolicy\":\"true\"}");
      // It owns what it made in the zone, and deletes nothing.
      case "external-dns" ->
          Optional.of(
              JSON.writeValueAsString(new ExternalDns(List.of(host), "upsert-only", place.name())));
      default -> Optional.empty();
    };
  }

  /** Settings of external-dns, in its own words. */
  private record ExternalDns(List<String> domainFilters, String policy, String txtOwnerId) {}

  private Optional<PodRolePlan> pods(EksAddOn addOn) {
    return switch (addOn.name()) {
      case "vpc-cni" -> Optional.of(cni(addOn));
      case "aws-ebs-csi-driver" -> Optional.of(volumes(addOn));
      case "external-dns" -> Optional.of(names(addOn));
      default -> Optional.empty();
    };
  }

  // https://docs.aws.amazon.com/eks/latest/userguide/cni-iam-role.html; the permissions are those
  // of AmazonEKS_CNI_Policy, on what lies in this account and region.
  private PodRolePlan cni(EksAddOn addOn) {
    Arn interfaces = place.arn("ec2", "network-interface/*");
    PolicyDocument permissions =
        PolicyDocument.of(
            Statement.allow("SeeInterfaces")
                .actions(
                    "ec2:DescribeInstanceTypes",
                    "ec2:DescribeInstances",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeTags")
                .onEverything(),
            Statement.allow("GiveAddressesToPods")
                .actions(
                    "ec2:AssignPrivateIpAddresses",
                    "ec2:AttachNetworkInterface",
                    "ec2:CreateNetworkInterface",
                    "ec2:DeleteNetworkInterface",
                    "ec2:DetachNetworkInterface",
                    "ec2:ModifyNetworkInterfaceAttribute",
                    "ec2:UnassignPrivateIpAddresses")
                .on(
                    interfaces,
                    place.arn("ec2", "instance/*"),
                    place.arn("ec2", "security-group/*"),
                    place.arn("ec2", "subnet/*")),
            Statement.allow("NameInterfaces").actions("ec2:CreateTags").on(interfaces));
    return PodRolePlan.of(
        place,
        addOn.name(),
        "What the network plugin does for pods",
        boundary,
        ClusterPlan.arnOf(place),
        new ServiceAccount(addOn.namespace(), "aws-node"),
        permissions);
  }

  // https://kubernetes-sigs.github.io/external-dns/latest/docs/tutorials/aws/#iam-policy
  private PodRolePlan names(EksAddOn addOn) {
    return PodRolePlan.of(
        place,
        addOn.name(),
        "What the cluster says in the cell's hosted zone",
        boundary,
        ClusterPlan.arnOf(place),
        new ServiceAccount(addOn.namespace(), "external-dns"),
        PolicyDocument.of(
            Statement.allow("FindZones").actions("route53:ListHostedZones").onEverything()));
  }

  private static Optional<Statement> onHostedZone(String addOn) {
    return addOn.equals("external-dns")
        ? Optional.of(
            Statement.allow("ChangeTheCellsZone")
                .actions(
                    "route53:ChangeResourceRecordSets",
                    "route53:ListResourceRecordSets",
                    "route53:ListTagsForResource"))
        : Optional.empty();
  }

  // https://docs.aws.amazon.com/eks/latest/userguide/ebs-csi.html
  private PodRolePlan volumes(EksAddOn addOn) {
    PodRolePlan plain =
        PodRolePlan.of(
            place,
            addOn.name(),
            "What the driver of volumes does for pods",
            boundary,
            ClusterPlan.arnOf(place),
            new ServiceAccount(addOn.namespace(), "ebs-csi-controller-sa"));
    RolePlan role =
        plain.role().with(List.of(place.managedPolicy("service-role/AmazonEBSCSIDriverPolicy")));
    return new PodRolePlan(plain.account(), role);
  }
}
