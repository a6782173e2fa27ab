package io.cellwall.edge.region;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.Map;

/** Log groups of a region's edge: encrypted, kept for a year, protected. */
final class EdgeLogs {

  private static final int A_YEAR = 365;

  private EdgeLogs() {}

  static LogGroup group(String name, String logGroup, Output<String> keyArn, Resource parent) {
    return new LogGroup(
        name,
        LogGroupArgs.builder()
            .name(logGroup)
            .kmsKeyId(keyArn)
            .retentionInDays(A_YEAR)
            .tags(Map.of("Name", name))
            .build(),
        CustomResourceOptions.builder().parent(parent).protect(true).build());
  }
}
