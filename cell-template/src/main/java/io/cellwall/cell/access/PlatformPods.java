package io.cellwall.cell.access;

import io.cellwall.cell.bundle.CellRegistry;
import io.cellwall.cell.bundle.TenantTier;
import io.cellwall.cell.compute.ClusterPlan;
import io.cellwall.cell.data.CachePlan;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.role.PodRolePlan;
import io.cellwall.cell.role.ServiceAccount;
import io.cellwall.regions.model.Cell;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.policy.PolicyDocument;
import io.cellwall.wiring.policy.Statement;
import java.util.List;
import java.util.stream.Stream;

/**
 * The pods that call AWS: each service account has a role of its own. Namespaces and names of the
 * accounts are the bundle's.
 */
final class PlatformPods {

  private final Place place;
  private final Arn boundary;

  PlatformPods(Place place, Arn boundary) {
    this.place = place;
    this.boundary = boundary;
  }

  List<PodRolePlan> of(Cell cell) {
    Stream<PodRolePlan> always = Stream.of(registryLogin());
    // Auto Mode does the work of both itself.
    Stream<PodRolePlan> ofNodes =
        switch (cell.compute().nodes()) {
          case AUTO_MODE -> Stream.empty();
          case NODE_GROUPS -> Stream.of(autoscaler(), loadBalancerController());
        };
    Stream<PodRolePlan> tenants = TenantTier.forSize(cell.size()).stream().map(this::workload);
    return Stream.of(always, ofNodes, tenants).flatMap(roles -> roles).toList();
  }

  // Argo CD reads charts and bundle with the login that this job writes.
  private PodRolePlan registryLogin() {
    return role(
        "registry-login",
        "What Argo CD reads in the registry",
        new ServiceAccount("argocd", "registry-login"),
        PolicyDocument.of(
            Statement.allow("LogIn").actions("ecr:GetAuthorizationToken").onEverything(),
            Statement.allow("Pull")
                .actions(
                    "ecr:BatchCheckLayerAvailability",
                    "ecr:BatchGetImage",
                    "ecr:GetDownloadUrlForLayer")
                .on(
                    place.arn("ecr", "repository/" + CellRegistry.BUNDLE),
                    place.arn("ecr", "repository/" + CellRegistry.CHARTS + "*"),
                    place.arn("ecr", "repository/workloads/*"))));
  }

  // https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md
  private PodRolePlan autoscaler() {
    return role(
        "cluster-autoscaler",
        "How many nodes there are",
        new ServiceAccount("autoscaling", "cluster-autoscaler"),
        PolicyDocument.of(
            Statement.allow("SeeGroups")
                .actions(
                    "autoscaling:DescribeAutoScalingGroups",
                    "autoscaling:DescribeAutoScalingInstances",
                    "autoscaling:DescribeLaunchConfigurations",
                    "autoscaling:DescribeScalingActivities",
                    "autoscaling:DescribeTags",
                    "ec2:DescribeImages",
                    "ec2:DescribeInstanceTypes",
                    "ec2:DescribeLaunchTemplateVersions",
                    "ec2:GetInstanceTypesFromInstanceRequirements")
                .onEverything(),
            Statement.allow("SeeNodeGroups")
                .actions("eks:DescribeNodegroup")
                .on(place.arn("eks", "nodegroup/" + place.name() + "/*")),
            Statement.allow("ScaleGroups")
                .actions(
                    "autoscaling:SetDesiredCapacity",
                    "autoscaling:TerminateInstanceInAutoScalingGroup")
                .on(place.arn("autoscaling", "autoScalingGroup:*:autoScalingGroupName/*"))
                .when("StringEquals", "aws:ResourceTag/eks:cluster-name", place.name())));
  }

  // It binds pods to target groups that this stack makes, and makes no load balancer.
  // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/targetgroupbinding/targetgroupbinding/
  private PodRolePlan loadBalancerController() {
    return role(
        "load-balancer-controller",
        "Which pods the load balancer sends to",
        new ServiceAccount("load-balancing", "aws-load-balancer-controller"),
        PolicyDocument.of(
            Statement.allow("SeeTargets")
                .actions(
                    "ec2:DescribeAvailabilityZones",
                    "ec2:DescribeInstances",
                    "ec2:DescribeNetworkInterfaces",
                    "ec2:DescribeSecurityGroups",
                    "ec2:DescribeSubnets",
                    "ec2:DescribeVpcs",
                    "elasticloadbalancing:DescribeTargetGroups",
                    "elasticloadbalancing:DescribeTargetHealth")
                .onEverything(),
            Statement.allow("BindTargets")
                .actions(
                    "elasticloadbalancing:DeregisterTargets",
                    "elasticloadbalancing:ModifyTargetGroupAttributes",
                    "elasticloadbalancing:RegisterTargets")
                .on(place.arn("elasticloadbalancing", "targetgroup/*"))));
  }

  // What the tenants of a tier are served with: the cell's queues, and its database and
  // its cache by IAM as users of the tier's name.
  private PodRolePlan workload(TenantTier tier) {
    String name = tier.name().value();
    return role(
        "workload-" + name,
        "What serves the tenants of tier " + name,
        new ServiceAccount(tier.name().namespace(), "workload"),
        PolicyDocument.of(
            Statement.allow("UseQueues")
                .actions(
                    "sqs:ChangeMessageVisibility",
                    "sqs:DeleteMessage",
                    "sqs:GetQueueAttributes",
                    "sqs:GetQueueUrl",
                    "sqs:ReceiveMessage",
                    "sqs:SendMessage")
                .on(place.arn("sqs", place.named("*"))),
            Statement.allow("UseTheKeyOfQueues")
                .actions("kms:Decrypt", "kms:GenerateDataKey")
                .on(place.arn("kms", "key/*"))
                .when(
                    "ForAnyValue:StringEquals", "kms:ResourceAliases", KeyPurpose.DATA.alias(place))
                .when("StringEquals", "kms:ViaService", place.viaService("sqs")),
            Statement.allow("ConnectToTheDatabase")
                .actions("rds-db:connect")
                .on(place.arn("rds-db", "dbuser:*/" + name)),
            Statement.allow("ConnectToTheCache")
                .actions("elasticache:Connect")
                .on(
                    place.arn("elasticache", "replicationgroup:" + place.named("cache")),
                    place.arn("elasticache", "user:" + CachePlan.userOf(place, name)))));
  }

  private PodRolePlan role(
      String part, String description, ServiceAccount account, PolicyDocument permissions) {
    return PodRolePlan.of(
        place, part, description, boundary, ClusterPlan.arnOf(place), account, permissions);
  }
}
