package io.cellwall.policies.pulumi;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The AWS types whose ARNs and names are made up offline, and the shape of each.
 *
 * <p>A form has holes: {@code {region}}, {@code {account}}, {@code {partition}}, {@code {dns}} of
 * the provider; {@code {name}}, {@code {id}}; {@code {in:x}}, the input x; {@code {ec2:vpc}},
 * {@code {hex:16}}, {@code {number:0:511}}, {@code {uuid}}, {@code {upper:Z}}, drawn from the URN.
 * An output with a dot is a field that AWS adds to an object of the inputs; a form that is JSON
 * makes a list or an object.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html">the
 *     ARN of every resource type</a>
 */
public final class OfflineTypes {

  /**
   * The shape of one type.
   *
   * @param nameInput the input that names it, and that is made up when absent; empty if none does
   * @param id form of its id
   * @param outputs forms of further outputs
   */
  public record Shape(String nameInput, String id, Map<String, String> outputs) {

    public Shape {
      outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
    }
  }

  private static final Shape ANY = new Shape("", "{name}", Map.of());

  private static final Map<String, Shape> SHAPES = new HashMap<>();

  static {
    network();
    traffic();
    identity();
    data();
    compute();
  }

  private OfflineTypes() {}

  /** The shape of a type; of one that is not known here, what every resource has. */
  public static Shape of(String type) {
    return SHAPES.getOrDefault(type, ANY);
  }

  private static void network() {
    ec2("vpc:Vpc", "vpc", "vpc")
        .with("defaultSecurityGroupId", "{ec2:sg}")
        .with("defaultRouteTableId", "{ec2:rtb}")
        .with("mainRouteTableId", "{ec2:rtb}")
        .with("defaultNetworkAclId", "{ec2:acl}")
        .with("ownerId", "{account}");
    ec2("subnet:Subnet", "subnet", "subnet").with("ownerId", "{account}");
    ec2("securityGroup:SecurityGroup", "sg", "security-group")
        .named("name")
        .with("ownerId", "{account}");
    ec2("defaultSecurityGroup:DefaultSecurityGroup", "sg", "security-group");
    ec2("routeTable:RouteTable", "rtb", "route-table").with("ownerId", "{account}");
    ec2("internetGateway:InternetGateway", "igw", "internet-gateway");
    ec2("egressOnlyInternetGateway:EgressOnlyInternetGateway", "eigw", "");
    ec2("natGateway:NatGateway", "nat", "");
    ec2("eip:Eip", "eipalloc", "elastic-ip").with("allocationId", "{id}");
    ec2("networkAcl:NetworkAcl", "acl", "network-acl");
    ec2("vpcEndpoint:VpcEndpoint", "vpce", "vpc-endpoint");
    ec2("vpcEndpointService:VpcEndpointService", "vpce-svc", "vpc-endpoint-service")
        .with("serviceName", "com.amazonaws.vpce.{region}.{id}");
    ec2("flowLog:FlowLog", "fl", "vpc-flow-log");
    ec2("vpcPeeringConnection:VpcPeeringConnection", "pcx", "");
    ec2("managedPrefixList:ManagedPrefixList", "pl", "prefix-list");
    ec2("networkInterface:NetworkInterface", "eni", "network-interface");
    ec2("routeTableAssociation:RouteTableAssociation", "rtbassoc", "");
    ec2("launchTemplate:LaunchTemplate", "lt", "launch-template").named("name");
    ec2("instance:Instance", "i", "instance");
    add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "{ec2:sgr}")
        .with("arn", "arn:{partition}:ec2:{region}:{account}:security-group-rule/{id}")
        .with("securityGroupRuleId", "{id}");
    add("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "{ec2:sgr}")
        .with("arn", "arn:{partition}:ec2:{region}:{account}:security-group-rule/{id}")
        .with("securityGroupRuleId", "{id}");
    add("aws:ec2transitgateway/transitGateway:TransitGateway", "{ec2:tgw}")
        .with("arn", "arn:{partition}:ec2:{region}:{account}:transit-gateway/{id}");
    add("aws:ec2transitgateway/vpcAttachment:VpcAttachment", "{ec2:tgw-attach}");
  }

  private static void traffic() {
    add("aws:route53/zone:Zone", "{upper:Z}")
        .with("zoneId", "{id}")
        .with("arn", "arn:{partition}:route53:::hostedzone/{id}");
    String balancers = "arn:{partition}:elasticloadbalancing:{region}:{account}:";
    add("aws:lb/targetGroup:TargetGroup", balancers + "targetgroup/{name}/{hex:16}")
        .named("name")
        .with("arn", "{id}");
    add(
            "aws:acm/certificate:Certificate",
            "arn:{partition}:acm:{region}:{account}:certificate/{uuid}")
        .with("arn", "{id}");
    add(
            "aws:globalaccelerator/accelerator:Accelerator",
            "arn:{partition}:globalaccelerator::{account}:accelerator/{uuid}")
        .named("name")
        .with("arn", "{id}");
    add("aws:globalaccelerator/listener:Listener", "{in:acceleratorArn}/listener/{hex:8}")
        .with("arn", "{id}");
  }

  private static void identity() {
    String iam = "arn:{partition}:iam::{account}:";
    add("aws:iam/role:Role", "{name}")
        .named("name")
        .with("arn", iam + "role{in:path}{name}")
        .with("uniqueId", "{upper:AROA}");
    add("aws:iam/policy:Policy", iam + "policy{in:path}{name}").named("name").with("arn", "{id}");
    add("aws:iam/instanceProfile:InstanceProfile", "{name}")
        .named("name")
        .with("arn", iam + "instance-profile/{name}");
    add("aws:iam/user:User", "{name}").named("name").with("arn", iam + "user/{name}");
    add("aws:kms/key:Key", "{uuid}")
        .with("keyId", "{id}")
        .with("arn", "arn:{partition}:kms:{region}:{account}:key/{id}");
    add("aws:kms/alias:Alias", "{name}")
        .named("name")
        .with("arn", "arn:{partition}:kms:{region}:{account}:{name}");
    add(
            "aws:secretsmanager/secret:Secret",
            "arn:{partition}:secretsmanager:{region}:{account}:secret:{name}-{hex:6}")
        .named("name")
        .with("arn", "{id}");
    add("aws:ssm/parameter:Parameter", "{name}").named("name");
  }

  private static void data() {
    bucket("aws:s3/bucket:Bucket");
    bucket("aws:s3/bucketV2:BucketV2");
    add("aws:dynamodb/table:Table", "{name}")
        .named("name")
        .with("arn", "arn:{partition}:dynamodb:{region}:{account}:table/{name}");
    add("aws:cloudwatch/logGroup:LogGroup", "{name}")
        .named("name")
        .with("arn", "arn:{partition}:logs:{region}:{account}:log-group:{name}");
    add("aws:sqs/queue:Queue", "https://sqs.{region}.{dns}/{account}/{name}")
        .named("name")
        .with("url", "{id}")
        .with("arn", "arn:{partition}:sqs:{region}:{account}:{name}");
    add("aws:sns/topic:Topic", "arn:{partition}:sns:{region}:{account}:{name}")
        .named("name")
        .with("arn", "{id}");
    add("aws:backup/vault:Vault", "{name}")
        .named("name")
        .with("arn", "arn:{partition}:backup:{region}:{account}:backup-vault:{name}");
    add("aws:ecr/repository:Repository", "{name}")
        .named("name")
        .with("arn", "arn:{partition}:ecr:{region}:{account}:repository/{name}")
        .with("registryId", "{account}")
        .with("repositoryUrl", "{account}.dkr.ecr.{region}.{dns}/{name}");
  }

  private static void compute() {
    add("aws:eks/cluster:Cluster", "{name}")
        .named("name")
        .with("arn", "arn:{partition}:eks:{region}:{account}:cluster/{name}")
        .with("vpcConfig.clusterSecurityGroupId", "{ec2:sg}");
    add(
            "aws:codebuild/project:Project",
            "arn:{partition}:codebuild:{region}:{account}:project/{name}")
        .named("name")
        .with("arn", "{id}");
  }

  private static void bucket(String type) {
    add(type, "{name}")
        .named("bucket")
        .with("arn", "arn:{partition}:s3:::{name}")
        .with("bucketDomainName", "{name}.s3.{dns}")
        .with("bucketRegionalDomainName", "{name}.s3.{region}.{dns}");
  }

  private static Entry ec2(String type, String prefix, String arnType) {
    Entry entry = add("aws:ec2/" + type, "{ec2:" + prefix + "}");
    return arnType.isEmpty()
        ? entry
        : entry.with("arn", "arn:{partition}:ec2:{region}:{account}:" + arnType + "/{id}");
  }

  private static Entry add(String type, String id) {
    Entry entry = new Entry(type);
    SHAPES.put(type, new Shape("", id, Map.of()));
    return entry;
  }

  /** Extends the shape of one type. */
  private record Entry(String type) {

    Entry named(String input) {
      Shape shape = of(type);
      SHAPES.put(type, new Shape(input, shape.id(), shape.outputs()));
      return this;
    }

    Entry with(String output, String form) {
      Shape shape = of(type);
      Map<String, String> outputs = new LinkedHashMap<>(shape.outputs());
      outputs.put(output, form);
      SHAPES.put(type, new Shape(shape.nameInput(), shape.id(), outputs));
      return this;
    }
  }
}
