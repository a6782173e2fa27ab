package io.cellwall.cell.install;

import com.pulumi.aws.codebuild.ProjectArgs;
import com.pulumi.aws.codebuild.inputs.ProjectArtifactsArgs;
import com.pulumi.aws.codebuild.inputs.ProjectEnvironmentArgs;
import com.pulumi.aws.codebuild.inputs.ProjectEnvironmentEnvironmentVariableArgs;
import com.pulumi.aws.codebuild.inputs.ProjectLogsConfigArgs;
import com.pulumi.aws.codebuild.inputs.ProjectLogsConfigCloudwatchLogsArgs;
import com.pulumi.aws.codebuild.inputs.ProjectLogsConfigS3LogsArgs;
import com.pulumi.aws.codebuild.inputs.ProjectSourceArgs;
import com.pulumi.aws.codebuild.inputs.ProjectVpcConfigArgs;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.cell.keys.Keys;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.network.Part;
import io.cellwall.cell.network.Tier;
import java.util.List;
import java.util.Map;

/** The plan of the job in the SDK's words. */
final class ProjectArguments {

  private ProjectArguments() {}

  static ProjectArgs of(InstallPlan plan, Network network, Keys keys) {
    return ProjectArgs.builder()
        .name(plan.project())
        .description("Brings the platform into the cluster")
        .serviceRole(plan.role().arn().toString())
        .source(ProjectSourceArgs.builder().type("NO_SOURCE").buildspec(plan.buildspec()).build())
        .artifacts(ProjectArtifactsArgs.builder().type("NO_ARTIFACTS").build())
        .environment(environment(plan))
        .vpcConfig(
            ProjectVpcConfigArgs.builder()
                .vpcId(network.vpcId())
                .subnets(network.subnetIds(Tier.NODES))
                .securityGroupIds(network.securityGroups().id(Part.INSTALLER).applyValue(List::of))
                .build())
        .logsConfig(
            ProjectLogsConfigArgs.builder()
                .cloudwatchLogs(
                    ProjectLogsConfigCloudwatchLogsArgs.builder()
                        .status("ENABLED")
                        .groupName(plan.logGroup())
                        .build())
                .s3Logs(ProjectLogsConfigS3LogsArgs.builder().status("DISABLED").build())
                .build())
        .encryptionKey(keys.arn(KeyPurpose.DATA))
        .buildTimeout(plan.timeoutMinutes())
        .queuedTimeout(plan.timeoutMinutes())
        .concurrentBuildLimit(1)
        .projectVisibility("PRIVATE")
        .tags(Map.of("Name", plan.project()))
        .build();
  }

  private static ProjectEnvironmentArgs environment(InstallPlan plan) {
    return ProjectEnvironmentArgs.builder()
        .type("LINUX_CONTAINER")
        .computeType("BUILD_GENERAL1_SMALL")
        .image(plan.image())
        // The job's role pulls it: the image is the cell's, not CodeBuild's.
        .imagePullCredentialsType("SERVICE_ROLE")
        .privilegedMode(false)
        .environmentVariables(
            plan.environment().entrySet().stream()
                .map(
                    variable ->
                        ProjectEnvironmentEnvironmentVariableArgs.builder()
                            .name(variable.getKey())
                            .value(variable.getValue())
                            .type("PLAINTEXT")
                            .build())
                .toList())
        .build();
  }
}
