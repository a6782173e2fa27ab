package io.cellwall.fleet.quotas;

import static io.cellwall.fleet.quotas.Counting.many;
import static io.cellwall.fleet.quotas.Counting.one;
import static io.cellwall.fleet.quotas.Counting.onePer;
import static io.cellwall.fleet.quotas.Counting.own;
import static io.cellwall.fleet.quotas.NetworkCounts.groups;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.Value;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which resource types count against which quotas. */
final class QuotaCounts {

  private static final Map<String, List<Counting>> OTHERS =
      Map.ofEntries(
          Map.entry(
              "aws:eks/cluster:Cluster",
              List.of(
                  one("L-1194D53C"),
                  // EKS puts a group of its own on the interfaces of the control plane.
                  groups(
                      cluster ->
                          1 + Counting.size(cluster.fields("vpcConfig"), "securityGroupIds")))),
          Map.entry(
              "aws:eks/nodeGroup:NodeGroup",
              List.of(onePer("L-6D54EA21", "cluster", "clusterName"), NodeCounts::count)),
          Map.entry(
              "aws:lb/loadBalancer:LoadBalancer",
              List.of(
                  one("L-69A177A2").when(QuotaCounts::isNetwork),
                  one("L-53DA6B97").when(balancer -> !isNetwork(balancer)),
                  groups(balancer -> balancer.items("securityGroups").size()))),
          Map.entry("aws:lb/targetGroup:TargetGroup", List.of(one("L-B22855CB"))),
          Map.entry(
              "aws:lb/listener:Listener",
              List.of(
                  onePer("L-57A373D6", "load balancer", "loadBalancerArn")
                      .when(QuotaCounts::listensOnNetwork),
                  onePer("L-B6DF7632", "load balancer", "loadBalancerArn")
                      .when(listener -> !listensOnNetwork(listener)))),
          Map.entry(
              "aws:lb/listenerCertificate:ListenerCertificate",
              List.of(onePer("L-9365A611", "the load balancer of", "listenerArn"))),
          Map.entry(
              "aws:iam/role:Role",
              List.of(
                  one("L-FE177D64"),
                  own("L-0DA4ABF3", "role", role -> role.items("managedPolicyArns").size()))),
          Map.entry("aws:iam/policy:Policy", List.of(one("L-E95E4862"))),
          Map.entry(
              "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
              List.of(onePer("L-0DA4ABF3", "role", "role"))),
          Map.entry("aws:iam/instanceProfile:InstanceProfile", List.of(one("L-6E65F664"))),
          Map.entry(
              "aws:iam/openIdConnectProvider:OpenIdConnectProvider", List.of(one("L-858F3967"))),
          Map.entry("aws:kms/key:Key", List.of(one("L-C2F1777E"))),
          Map.entry(
              "aws:rds/cluster:Cluster",
              List.of(one("L-952B80B8"), groups(db -> db.items("vpcSecurityGroupIds").size()))),
          Map.entry("aws:rds/clusterInstance:ClusterInstance", List.of(one("L-7B6409FD"))),
          Map.entry("aws:rds/instance:Instance", List.of(one("L-7B6409FD"))),
          Map.entry("aws:rds/subnetGroup:SubnetGroup", List.of(one("L-48C6BF61"))),
          Map.entry(
              "aws:rds/clusterParameterGroup:ClusterParameterGroup", List.of(one("L-E4C808A8"))),
          Map.entry("aws:rds/parameterGroup:ParameterGroup", List.of(one("L-DE55804A"))),
          Map.entry(
              "aws:elasticache/replicationGroup:ReplicationGroup",
              List.of(
                  many("L-9B87FA9D", QuotaCounts::cacheNodes),
                  groups(cache -> cache.items("securityGroupIds").size()))),
          Map.entry("aws:dynamodb/table:Table", List.of(one("L-F98FE922"), QuotaCounts::replicas)),
          Map.entry("aws:acm/certificate:Certificate", List.of(one("L-F141DD1D"))),
          Map.entry(
              "aws:wafv2/webAcl:WebAcl",
              List.of(one("L-2EC3DE7B").when(acl -> acl.has("scope", "REGIONAL")))),
          Map.entry("aws:amp/workspace:Workspace", List.of(one("L-8873DB23"))),
          Map.entry("aws:backup/vault:Vault", List.of(one("L-7705D2CB"))),
          Map.entry("aws:backup/plan:Plan", List.of(one("L-BD69F607"))),
          Map.entry("aws:sns/topic:Topic", List.of(one("L-61103206"))),
          Map.entry("aws:cloudtrail/trail:Trail", List.of(one("fixed:trails"))),
          Map.entry("aws:s3/bucket:Bucket", List.of(one("L-DC2B2D3D"))),
          Map.entry("aws:s3/bucketV2:BucketV2", List.of(one("L-DC2B2D3D"))),
          Map.entry(
              "aws:codebuild/project:Project",
              List.of(
                  one("L-ACCF6C0D"),
                  groups(
                      project -> Counting.size(project.fields("vpcConfig"), "securityGroupIds")))));

  private static final Map<String, List<Counting>> ALL = all();

  // Parts of other resources, counted with them, and what adopts something that AWS made.
  private static final Set<String> PARTS =
      Set.of(
          "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
          "aws:ec2/defaultRouteTable:DefaultRouteTable",
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          "aws:iam/rolePolicy:RolePolicy",
          "aws:kms/alias:Alias",
          "aws:kms/ciphertext:Ciphertext",
          "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
          "aws:s3/bucketNotification:BucketNotification",
          "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
          "aws:s3/bucketPolicy:BucketPolicy",
          "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
          "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
          "aws:s3/bucketVersioningV2:BucketVersioningV2");

  private QuotaCounts() {}

  /** Tells whether a type counts against something, or is known to count against nothing. */
  static boolean knows(String type) {
    return ALL.containsKey(type) || PARTS.contains(type);
  }

  /** How resources of a type count; none where no quota is known for the type. */
  static List<Counting> of(String type) {
    return ALL.getOrDefault(type, List.of());
  }

  private static Map<String, List<Counting>> all() {
    Map<String, List<Counting>> all = new HashMap<>(OTHERS);
    all.putAll(NetworkCounts.ALL);
    all.putAll(EdgeCounts.ALL);
    return Collections.unmodifiableMap(all);
  }

  private static boolean isNetwork(Declared balancer) {
    return balancer.has("loadBalancerType", "network");
  }

  private static boolean listensOnNetwork(Declared listener) {
    return listener
        .referred("loadBalancerArn")
        .map(QuotaCounts::isNetwork)
        .orElseGet(
            () ->
                List.of("TCP", "TLS", "UDP", "TCP_UDP")
                    .contains(listener.text("protocol").orElse("")));
  }

  private static long cacheNodes(Declared cache) {
    return cache
        .number("numCacheClusters")
        .or(
            () ->
                cache
                    .number("numNodeGroups")
                    .map(
                        shards ->
                            shards.multiply(
                                cache
                                    .number("replicasPerNodeGroup")
                                    .orElse(BigDecimal.ZERO)
                                    .add(BigDecimal.ONE))))
        .orElse(BigDecimal.ONE)
        .longValue();
  }

  // A replica is a table of its region.
  private static void replicas(Declared table, Home home, Tally tally) {
    for (Value replica : table.items("replicas")) {
      if (replica.bare() instanceof Value.Fields fields) {
        fields
            .text("regionName")
            .filter(Region::isRegion)
            .ifPresent(
                region ->
                    tally.add(
                        new Home(home.account(), Region.parse(region)),
                        QuotaCode.parse("L-F98FE922"),
                        "",
                        1));
      }
    }
  }
}
