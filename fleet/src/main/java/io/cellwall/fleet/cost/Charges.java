package io.cellwall.fleet.cost;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.policies.graph.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What each type of resource is charged for as long as it exists. */
final class Charges {

  private static final String COMPUTE = "compute";
  private static final String NETWORK = "network";
  private static final String INGRESS = "load balancing";
  private static final String DATA = "data";
  private static final String KEYS = "keys";
  private static final String OBSERVABILITY = "observability";
  private static final String DNS = "dns";
  private static final String EDGE = "edge";

  private static final Map<String, Function<Declared, List<Charge>>> ALL =
      Map.ofEntries(
          Map.entry("aws:eks/cluster:Cluster", each -> one(COMPUTE, "eks-cluster")),
          Map.entry("aws:eks/nodeGroup:NodeGroup", Charges::nodes),
          Map.entry("aws:ec2/natGateway:NatGateway", each -> one(NETWORK, "nat-gateway")),
          Map.entry("aws:ec2/eip:Eip", each -> one(NETWORK, "public-ipv4-address")),
          Map.entry("aws:ec2/vpcEndpoint:VpcEndpoint", Charges::endpoint),
          Map.entry("aws:lb/loadBalancer:LoadBalancer", Charges::balancer),
          Map.entry("aws:wafv2/webAcl:WebAcl", Charges::webAcl),
          Map.entry("aws:rds/cluster:Cluster", Charges::database),
          Map.entry("aws:rds/clusterInstance:ClusterInstance", Charges::databaseInstance),
          Map.entry("aws:elasticache/replicationGroup:ReplicationGroup", Charges::cache),
          Map.entry("aws:ecs/service:Service", Charges::tasks),
          Map.entry("aws:kms/key:Key", each -> one(KEYS, "kms-key")),
          Map.entry("aws:kms/replicaKey:ReplicaKey", each -> one(KEYS, "kms-key")),
          Map.entry("aws:secretsmanager/secret:Secret", each -> one(KEYS, "secret")),
          Map.entry("aws:amp/scraper:Scraper", each -> one(OBSERVABILITY, "prometheus-collector")),
          Map.entry(
              "aws:cloudwatch/dashboard:Dashboard",
              each -> one(OBSERVABILITY, "cloudwatch-dashboard")),
          Map.entry(
              "aws:cloudwatch/metricAlarm:MetricAlarm",
              each -> one(OBSERVABILITY, "cloudwatch-alarm")),
          Map.entry("aws:route53/zone:Zone", each -> one(DNS, "hosted-zone")),
          Map.entry("aws:route53/healthCheck:HealthCheck", each -> one(DNS, "health-check")),
          Map.entry(
              "aws:globalaccelerator/accelerator:Accelerator", each -> one(EDGE, "accelerator")));

  /** Types that cost nothing by themselves: free, or charged for what is stored or sent only. */
  private static final Set<String> NOTHING_FIXED =
      Set.of(
          "aws:acm/certificate:Certificate",
          "aws:acm/certificateValidation:CertificateValidation",
          "aws:amp/alertManagerDefinition:AlertManagerDefinition",
          "aws:amp/ruleGroupNamespace:RuleGroupNamespace",
          "aws:amp/workspace:Workspace",
          "aws:appautoscaling/policy:Policy",
          "aws:appautoscaling/target:Target",
          "aws:backup/plan:Plan",
          "aws:backup/regionSettings:RegionSettings",
          "aws:backup/selection:Selection",
          "aws:backup/vault:Vault",
          "aws:backup/vaultLockConfiguration:VaultLockConfiguration",
          "aws:backup/vaultPolicy:VaultPolicy",
          // The first copy of management events is free, and a cell's account has no other trail.
          "aws:cloudtrail/trail:Trail",
          "aws:cloudwatch/eventRule:EventRule",
          "aws:cloudwatch/eventTarget:EventTarget",
          "aws:cloudwatch/logGroup:LogGroup",
          "aws:cloudwatch/logResourcePolicy:LogResourcePolicy",
          "aws:codebuild/project:Project",
          "aws:dynamodb/resourcePolicy:ResourcePolicy",
          "aws:dynamodb/table:Table",
          "aws:ebs/defaultKmsKey:DefaultKmsKey",
          "aws:ebs/encryptionByDefault:EncryptionByDefault",
          "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
          "aws:ec2/defaultRouteTable:DefaultRouteTable",
          "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
          "aws:ec2/flowLog:FlowLog",
          "aws:ec2/internetGateway:InternetGateway",
          "aws:ec2/launchTemplate:LaunchTemplate",
          "aws:ec2/networkAcl:NetworkAcl",
          "aws:ec2/networkAclRule:NetworkAclRule",
          "aws:ec2/route:Route",
          "aws:ec2/routeTable:RouteTable",
          "aws:ec2/routeTableAssociation:RouteTableAssociation",
          "aws:ec2/securityGroup:SecurityGroup",
          "aws:ec2/subnet:Subnet",
          "aws:ec2/vpc:Vpc",
          // The service is free to its owner; its consumers pay for their endpoints.
          "aws:ec2/vpcEndpointService:VpcEndpointService",
          "aws:ec2/vpcEndpointServiceAllowedPrinciple:VpcEndpointServiceAllowedPrinciple",
          "aws:ecr/lifecyclePolicy:LifecyclePolicy",
          "aws:ecr/repository:Repository",
          "aws:ecr/repositoryPolicy:RepositoryPolicy",
          "aws:ecs/cluster:Cluster",
          "aws:ecs/taskDefinition:TaskDefinition",
          "aws:eks/accessEntry:AccessEntry",
          "aws:eks/accessPolicyAssociation:AccessPolicyAssociation",
          "aws:eks/addon:Addon",
          "aws:eks/podIdentityAssociation:PodIdentityAssociation",
          "aws:elasticache/parameterGroup:ParameterGroup",
          "aws:elasticache/subnetGroup:SubnetGroup",
          "aws:elasticache/user:User",
          "aws:elasticache/userGroup:UserGroup",
          "aws:globalaccelerator/crossAccountAttachment:CrossAccountAttachment",
          "aws:globalaccelerator/endpointGroup:EndpointGroup",
          "aws:globalaccelerator/listener:Listener",
          "aws:iam/instanceProfile:InstanceProfile",
          "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
          "aws:iam/policy:Policy",
          "aws:iam/role:Role",
          "aws:iam/rolePolicy:RolePolicy",
          "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
          "aws:kms/alias:Alias",
          "aws:kms/ciphertext:Ciphertext",
          "aws:lb/listener:Listener",
          "aws:lb/listenerCertificate:ListenerCertificate",
          "aws:lb/listenerRule:ListenerRule",
          "aws:lb/targetGroup:TargetGroup",
          "aws:lb/targetGroupAttachment:TargetGroupAttachment",
          "aws:rds/clusterParameterGroup:ClusterParameterGroup",
          // Charged for what it replicates.
          "aws:rds/globalCluster:GlobalCluster",
          "aws:rds/parameterGroup:ParameterGroup",
          "aws:rds/subnetGroup:SubnetGroup",
          "aws:route53/hostedZoneDnsSec:HostedZoneDnsSec",
          "aws:route53/keySigningKey:KeySigningKey",
          "aws:route53/record:Record",
          "aws:s3/bucket:Bucket",
          "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
          "aws:s3/bucketNotification:BucketNotification",
          "aws:s3/bucketObject:BucketObject",
          "aws:s3/bucketObjectv2:BucketObjectv2",
          "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
          "aws:s3/bucketPolicy:BucketPolicy",
          "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
          "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2",
          "aws:s3/bucketV2:BucketV2",
          "aws:s3/bucketVersioningV2:BucketVersioningV2",
          "aws:secretsmanager/secretPolicy:SecretPolicy",
          "aws:secretsmanager/secretVersion:SecretVersion",
          "aws:sns/topic:Topic",
          "aws:sns/topicPolicy:TopicPolicy",
          "aws:sns/topicSubscription:TopicSubscription",
          "aws:sqs/queue:Queue",
          "aws:sqs/queuePolicy:QueuePolicy",
          "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy",
          "aws:sqs/redrivePolicy:RedrivePolicy",
          "aws:ssm/parameter:Parameter",
          "aws:vpc/endpointServicePrivateDnsVerification:EndpointServicePrivateDnsVerification",
          "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
          "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
          "aws:wafv2/webAclAssociation:WebAclAssociation",
          "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration");

  private Charges() {}

  /** Tells whether it is known what a resource of this type is charged for. */
  static boolean knows(String type) {
    return ALL.containsKey(type) || NOTHING_FIXED.contains(type);
  }

  /** What a resource is charged for; nothing where its type is free or charged by use. */
  static List<Charge> of(Declared resource) {
    Function<Declared, List<Charge>> charges = ALL.get(resource.node().type());
    return charges == null ? List.of() : charges.apply(resource);
  }

  private static List<Charge> one(String part, String price) {
    return List.of(Charge.of(part, price, 1));
  }

  // As many nodes as the group starts with, of the type that it tries first.
  private static List<Charge> nodes(Declared group) {
    BigDecimal nodes =
        Declared.number(group.fields("scalingConfig"), "desiredSize").orElse(BigDecimal.ONE);
    String type =
        group.items("instanceTypes").stream()
            .map(Value::bare)
            .filter(Value.Text.class::isInstance)
            .map(text -> ((Value.Text) text).value())
            .findFirst()
            .orElse("?");
    return List.of(new Charge(COMPUTE, "ec2-linux:" + type, nodes));
  }

  // An interface endpoint is charged for each availability zone that it has an address in.
  private static List<Charge> endpoint(Declared endpoint) {
    return endpoint.has("vpcEndpointType", "Interface")
        ? List.of(
            Charge.of(
                NETWORK,
                "interface-endpoint-zone",
                Math.max(1, endpoint.items("subnetIds").size())))
        : List.of();
  }

  private static List<Charge> balancer(Declared balancer) {
    List<Charge> charges = new ArrayList<>();
    boolean network = balancer.has("loadBalancerType", "network");
    charges.add(
        Charge.of(INGRESS, network ? "network-load-balancer" : "application-load-balancer", 1));
    if (!Declared.isTrue(balancer.node().inputs(), "internal")) {
      long zones = balancer.items("subnets").size();
      zones += balancer.items("subnetMappings").size();
      charges.add(Charge.of(INGRESS, "public-ipv4-address", Math.max(1, zones)));
    }
    return charges;
  }

  private static List<Charge> webAcl(Declared acl) {
    List<Charge> charges = new ArrayList<>(one(INGRESS, "waf-web-acl"));
    if (!acl.items("rules").isEmpty()) {
      charges.add(Charge.of(INGRESS, "waf-rule", acl.items("rules").size()));
    }
    return charges;
  }

  private static List<Charge> database(Declared cluster) {
    return Declared.isTrue(cluster.node().inputs(), "manageMasterUserPassword")
        ? one(DATA, "secret")
        : List.of();
  }

  // A serverless instance never goes below its cluster's least capacity: that is what is fixed.
  private static List<Charge> databaseInstance(Declared instance) {
    String engine = instance.text("engine").orElse("aurora");
    String type = instance.text("instanceClass").orElse("?");
    Optional<BigDecimal> least =
        instance
            .referred("clusterIdentifier")
            .map(cluster -> cluster.fields("serverlessv2ScalingConfiguration"))
            .flatMap(scaling -> Declared.number(scaling, "minCapacity"));
    return type.equals("db.serverless") && least.isPresent()
        ? List.of(new Charge(DATA, engine + ":capacity-unit", least.get()))
        : one(DATA, engine + ":" + type);
  }

  // As many tasks as the service starts with, each with the processors and memory of its
  // definition.
  private static List<Charge> tasks(Declared service) {
    if (!service.has("launchType", "FARGATE")) {
      return List.of();
    }
    Optional<Declared> task =
        service
            .referred("taskDefinition")
            .or(() -> only(service, "aws:ecs/taskDefinition:TaskDefinition"));
    BigDecimal tasks = service.number("desiredCount").orElse(BigDecimal.ONE);
    String kind =
        task.flatMap(each -> each.fields("runtimePlatform").text("cpuArchitecture"))
            .orElse("X86_64")
            .toLowerCase(Locale.ROOT);
    return List.of(
        new Charge(COMPUTE, "fargate-vcpu:" + kind, tasks.multiply(units(task, "cpu"))),
        new Charge(COMPUTE, "fargate-gigabyte:" + kind, tasks.multiply(units(task, "memory"))));
  }

  // Processors and memory are written in 1,024ths; one is the least that there is.
  private static BigDecimal units(Optional<Declared> task, String key) {
    return task.flatMap(each -> each.number(key))
        .map(number -> number.divide(BigDecimal.valueOf(1_024)))
        .orElse(BigDecimal.ONE);
  }

  // Where the reference is not known before the deployment, the stack's one of the type is meant.
  private static Optional<Declared> only(Declared resource, String type) {
    List<Declared> found =
        Declared.in(resource.graph()).stream()
            .filter(each -> each.node().type().equals(type))
            .toList();
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static List<Charge> cache(Declared cache) {
    BigDecimal nodes =
        cache
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
            .orElse(BigDecimal.ONE);
    return List.of(
        new Charge(
            DATA,
            "elasticache-%s:%s"
                .formatted(cache.text("engine").orElse("?"), cache.text("nodeType").orElse("?")),
            nodes));
  }
}
