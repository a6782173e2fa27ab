package io.cellwall.fleet.graph;

import java.util.Set;

/** Types of resources that hold what no deployment brings back: data, keys, logs, names. */
public final class StatefulTypes {

  private static final Set<String> TOKENS =
      Set.of(
          "aws:amp/workspace:Workspace",
          "aws:backup/vault:Vault",
          "aws:cloudtrail/trail:Trail",
          "aws:cloudwatch/logGroup:LogGroup",
          "aws:cognito/userPool:UserPool",
          "aws:docdb/cluster:Cluster",
          "aws:dynamodb/table:Table",
          "aws:dynamodb/tableReplica:TableReplica",
          "aws:ebs/volume:Volume",
          "aws:ecr/repository:Repository",
          "aws:efs/fileSystem:FileSystem",
          "aws:eks/cluster:Cluster",
          "aws:elasticache/cluster:Cluster",
          "aws:elasticache/replicationGroup:ReplicationGroup",
          "aws:elasticache/serverlessCache:ServerlessCache",
          "aws:fsx/lustreFileSystem:LustreFileSystem",
          "aws:kinesis/stream:Stream",
          "aws:kms/key:Key",
          "aws:kms/replicaKey:ReplicaKey",
          "aws:memorydb/cluster:Cluster",
          "aws:msk/cluster:Cluster",
          "aws:neptune/cluster:Cluster",
          "aws:opensearch/domain:Domain",
          "aws:rds/cluster:Cluster",
          "aws:rds/clusterInstance:ClusterInstance",
          "aws:rds/globalCluster:GlobalCluster",
          "aws:rds/instance:Instance",
          "aws:redshift/cluster:Cluster",
          // Its name servers are the world's way to it, and AWS gives others to the next.
          "aws:route53/zone:Zone",
          "aws:s3/bucket:Bucket",
          "aws:s3/bucketV2:BucketV2",
          "aws:secretsmanager/secret:Secret",
          "aws:sqs/queue:Queue",
          "aws:timestreamwrite/table:Table");

  private StatefulTypes() {}

  /** Whether the loss of a resource of the type loses what it held. */
  public static boolean has(String type) {
    return TOKENS.contains(type);
  }
}
