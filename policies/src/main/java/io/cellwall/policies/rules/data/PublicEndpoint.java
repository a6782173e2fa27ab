package io.cellwall.policies.rules.data;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.policies.rules.Settings;
import io.cellwall.regions.finding.Finding;
import java.net.URI;
import java.util.List;

/** A data store, or a tool that reaches the data, has an address on the internet. */
public final class PublicEndpoint implements Rule {

  private static final Settings SETTINGS =
      Settings.none()
          .wrong("aws:rds/instance:Instance", "publiclyAccessible", "be false", "true")
          .wrong(
              "aws:rds/clusterInstance:ClusterInstance", "publiclyAccessible", "be false", "true")
          .wrong("aws:rds/cluster:Cluster", "publiclyAccessible", "be false", "true")
          .wrong("aws:rds/shardGroup:ShardGroup", "publiclyAccessible", "be false", "true")
          .wrong(
              "aws:neptune/clusterInstance:ClusterInstance",
              "publiclyAccessible",
              "be false",
              "true")
          .wrong(
              "aws:docdb/clusterInstance:ClusterInstance", "publiclyAccessible", "be false", "true")
          .wrong(
              "aws:dms/replicationInstance:ReplicationInstance",
              "publiclyAccessible",
              "be false",
              "true")
          .wrong("aws:lightsail/database:Database", "publiclyAccessible", "be false", "true")
          .wrong("aws:m2/environment:Environment", "publiclyAccessible", "be false", "true")
          .wrong("aws:mq/broker:Broker", "publiclyAccessible", "be false", "true")
          .wrong(
              "aws:redshiftserverless/workgroup:Workgroup",
              "publiclyAccessible",
              "be false",
              "true")
          .wrong(
              "aws:timestreaminfluxdb/dbInstance:DbInstance",
              "publiclyAccessible",
              "be false",
              "true")
          .wrongByDefault("aws:redshift/cluster:Cluster", "publiclyAccessible", "be false", "true")
          .wrongByDefault(
              "aws:apprunner/service:Service",
              "networkConfiguration.ingressConfiguration.isPubliclyAccessible",
              "be false",
              "true")
          .wrongByDefault("aws:appsync/graphQLApi:GraphQLApi", "visibility", "be PRIVATE", "GLOBAL")
          .wrongByDefault("aws:transfer/server:Server", "endpointType", "be VPC", "PUBLIC")
          .wrong(
              "aws:mwaa/environment:Environment",
              "webserverAccessMode",
              "be PRIVATE_ONLY",
              "PUBLIC_ONLY")
          .wrong(
              "aws:msk/cluster:Cluster",
              "brokerNodeGroupInfo.connectivityInfo.publicAccess.type",
              "be DISABLED",
              "SERVICE_PROVIDED_EIPS")
          .wrongByDefault(
              "aws:sagemaker/notebookInstance:NotebookInstance",
              "directInternetAccess",
              "be Disabled",
              "Enabled")
          .wrongByDefault(
              "aws:sagemaker/domain:Domain",
              "appNetworkAccessType",
              "be VpcOnly",
              "PublicInternetOnly")
          .wrong(
              "aws:opensearch/domain:Domain",
              "advancedSecurityOptions.anonymousAuthEnabled",
              "be false",
              "true")
          .wrong(
              "aws:workspaces/directory:Directory",
              "workspaceCreationProperties.enableInternetAccess",
              "be false",
              "true")
          .wrong("aws:appstream/fleet:Fleet", "enableDefaultInternetAccess", "be false", "true")
          .wrong(
              "aws:appstream/imageBuilder:ImageBuilder",
              "enableDefaultInternetAccess",
              "be false",
              "true");

  @Override
  public String explanation() {
    return "A cell is entered by its entrance only; whoever finds such an address needs one"
        + " password more to be among the data.";
  }

  @Override
  public String fix() {
    return "set it to be reached in the VPC only";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html#USER_VPC.Hiding"),
        URI.create(
            "https://docs.aws.amazon.com/wellarchitected/latest/security-pillar/sec_network_protection_create_layers.html"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    return SETTINGS.judge(this, node);
  }
}
