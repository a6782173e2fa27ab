package io.cellwall.fleet.change.danger;

import java.util.Set;

/** Types of resources that hold what nobody can make again: data, keys, logs, names. */
final class StatefulTypes {

  private static final Set<String> TOKENS =
      Set.of(
          "aws:amp/workspace:Workspace",
          "aws:backup/vault:Vault",
          "aws:cloudtrail/trail:Trail",
          "aws:cloudwatch/logGroup:LogGroup",
          "aws:cognito/userPool:UserPool",
          "aws:docdb/cluster:Cluster",
          "aws:dynamodb/table:Table",
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
          "aws:rds/globalCluster:GlobalCluster",
          "aws:rds/instance:Instance",
          "aws:redshift/cluster:Cluster",
          "aws:route53/zone:Zone",
          "aws:s3/bucket:Bucket",
          "aws:s3/bucketV2:BucketV2",
          "aws:secretsmanager/secret:Secret",
          "aws:sqs/queue:Queue",
          "aws:timestreamwrite/table:Table");

  private StatefulTypes() {}

  static boolean has(String type) {
    return TOKENS.contains(type);
  }
}
