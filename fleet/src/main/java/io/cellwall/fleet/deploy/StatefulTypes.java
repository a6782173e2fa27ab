package io.cellwall.fleet.deploy;

import java.util.Set;

/** Types of resources whose loss loses what no deployment brings back. */
final class StatefulTypes {

  private static final Set<String> ALL =
      Set.of(
          "aws:amp/workspace:Workspace",
          "aws:backup/vault:Vault",
          "aws:cloudwatch/logGroup:LogGroup",
          "aws:cognito/userPool:UserPool",
          "aws:dynamodb/table:Table",
          "aws:dynamodb/tableReplica:TableReplica",
          "aws:ebs/volume:Volume",
          "aws:ecr/repository:Repository",
          "aws:efs/fileSystem:FileSystem",
          "aws:elasticache/cluster:Cluster",
          "aws:elasticache/replicationGroup:ReplicationGroup",
          "aws:elasticache/serverlessCache:ServerlessCache",
          "aws:kinesis/stream:Stream",
          "aws:kms/key:Key",
          "aws:kms/replicaKey:ReplicaKey",
          "aws:memorydb/cluster:Cluster",
          "aws:msk/cluster:Cluster",
          "aws:neptune/cluster:Cluster",
          "aws:opensearch/domain:Domain",
          "aws:rds/cluster:Cluster",
          "aws:rds/clusterInstance:ClusterInstance",
          "aws:rds/instance:Instance",
          "aws:redshift/cluster:Cluster",
          // Its name servers are the world's way to it, and AWS gives others to the next.
          "aws:route53/zone:Zone",
          "aws:s3/bucket:Bucket",
          "aws:s3/bucketV2:BucketV2",
          "aws:secretsmanager/secret:Secret",
          "aws:sqs/queue:Queue");

  private StatefulTypes() {}

  static boolean has(String type) {
    return ALL.contains(type);
  }
}
