package io.cellwall.cell.observability;

import com.pulumi.aws.amp.AlertManagerDefinition;
import com.pulumi.aws.amp.AlertManagerDefinitionArgs;
import com.pulumi.aws.amp.RuleGroupNamespace;
import com.pulumi.aws.amp.RuleGroupNamespaceArgs;
import com.pulumi.aws.amp.Scraper;
import com.pulumi.aws.amp.ScraperArgs;
import com.pulumi.aws.amp.WorkspaceArgs;
import com.pulumi.aws.amp.inputs.ScraperDestinationAmpArgs;
import com.pulumi.aws.amp.inputs.ScraperDestinationArgs;
import com.pulumi.aws.amp.inputs.ScraperSourceArgs;
import com.pulumi.aws.amp.inputs.ScraperSourceEksArgs;
import com.pulumi.aws.amp.inputs.WorkspaceLoggingConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import io.cellwall.cell.network.Network;
import io.cellwall.cell.network.Part;
import io.cellwall.cell.network.Tier;
import io.cellwall.wiring.Tied;
import java.util.Map;

/**
 * The cell's Prometheus workspace with rules, alert manager and scraper. The workspace is
 * protected: what it has measured cannot be measured again.
 */
final class Workspace extends ComponentResource {

  private final com.pulumi.aws.amp.Workspace workspace;

  /**
   * Makes the workspace.
   *
   * @param logGroup what must be there before it logs
   * @param cluster what must be there before it is scraped
   */
  Workspace(
      WorkspacePlan plan,
      Network network,
      Output<String> logsKeyArn,
      Resource topic,
      Resource[] logGroup,
      Resource[] cluster,
      ComponentResourceOptions options) {
    super("cellwall:cell:Workspace", plan.name(), options);
    workspace =
        new com.pulumi.aws.amp.Workspace(
            plan.name(),
            WorkspaceArgs.builder()
                .alias(plan.name())
                .kmsKeyArn(logsKeyArn)
                .loggingConfiguration(
                    WorkspaceLoggingConfigurationArgs.builder()
                        .logGroupArn(plan.logGroup() + ":*")
                        .build())
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).dependsOn(logGroup).build());
    plan.namespaces().forEach(this::namespace);
    new AlertManagerDefinition(
        plan.name(),
        AlertManagerDefinitionArgs.builder()
            .workspaceId(workspace.id())
            .definition(plan.alertManager())
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(topic).build());
    scraper(plan, network, cluster);
    registerOutputs(Map.of());
  }

  /** Where it is written to and queried. */
  Output<String> endpoint() {
    return Tied.to(workspace, workspace.prometheusEndpoint());
  }

  private void namespace(WorkspacePlan.RuleNamespace namespace) {
    new RuleGroupNamespace(
        namespace.name(),
        RuleGroupNamespaceArgs.builder()
            .name(namespace.name())
            .workspaceId(workspace.id())
            .data(namespace.rules())
            .tags(Map.of("Name", namespace.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  // AWS gives it an access entry of the cluster when it makes it, since the cluster admits by API:
  // https://docs.aws.amazon.com/prometheus/latest/userguide/AMP-collector-how-to.html#AMP-collector-eks-setup
  private void scraper(WorkspacePlan plan, Network network, Resource[] cluster) {
    new Scraper(
        plan.scraper(),
        ScraperArgs.builder()
            .alias(plan.scraper())
            .source(
                ScraperSourceArgs.builder()
                    .eks(
                        ScraperSourceEksArgs.builder()
                            .clusterArn(plan.cluster().toString())
                            .subnetIds(network.subnetIds(Tier.NODES))
                            .securityGroupIds(Output.all(network.securityGroups().id(Part.SCRAPER)))
                            .build())
                    .build())
            .destination(
                ScraperDestinationArgs.builder()
                    .amp(
                        ScraperDestinationAmpArgs.builder()
                            .workspaceArn(Tied.to(workspace, workspace.arn()))
                            .build())
                    .build())
            .scrapeConfiguration(plan.scrapeConfiguration())
            .tags(Map.of("Name", plan.scraper()))
            .build(),
        CustomResourceOptions.builder().parent(this).dependsOn(cluster).build());
  }
}
