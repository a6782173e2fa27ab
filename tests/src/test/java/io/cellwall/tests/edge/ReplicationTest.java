package io.cellwall.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.aws.rds.Cluster;
import com.pulumi.aws.rds.ClusterArgs;
import com.pulumi.aws.rds.ClusterInstance;
import com.pulumi.aws.rds.ClusterInstanceArgs;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Databases that join a global database, judged as parts of the example fleet's cells: that of the
 * declared partner is a connector for all to see, every other one is a crossing.
 */
class ReplicationTest {

  private static final String STANDBY = "eu-central-1-cell-01";

  private final Inventory inventory =
      InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
          .inventory()
          .orElseThrow();

  private List<Finding> judge(Consumer<CustomResourceOptions> resource) {
    ResourceGraph graph =
        StackCapture.capture(
            "cellwall",
            STANDBY,
            context ->
                resource.accept(
                    CustomResourceOptions.builder()
                        .provider(
                            new Provider(
                                "own",
                                ProviderArgs.builder()
                                    .region("eu-central-1")
                                    .allowedAccountIds("811663940468")
                                    .defaultTags(
                                        ProviderDefaultTagsArgs.builder()
                                            .tags(Map.of("cell", STANDBY, "zone", "eu"))
                                            .build())
                                    .build()))
                        .build()));
    return Judge.of(inventory).judge(graph);
  }

  private List<Finding> joining(String global) {
    return judge(
        options ->
            new Cluster(
                "copy",
                ClusterArgs.builder()
                    .clusterIdentifier(STANDBY + "-standby-database")
                    .engine("aurora-postgresql")
                    .globalClusterIdentifier(global)
                    .build(),
                options));
  }

  @Test
  void should_show_the_copy_of_the_declared_partner_as_a_connector() {
    assertThat(joining("eu-west-1-cell-01-global"))
        .filteredOn(finding -> finding.message().startsWith("globalClusterIdentifier"))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("DeclaredConnector");
              assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            });
  }

  @Test
  void should_block_a_copy_of_any_other_cell() {
    for (String other : List.of("eu-west-1-cell-02", "us-east-2-cell-01")) {
      assertThat(joining(other + "-global"))
          .filteredOn(finding -> finding.message().startsWith("globalClusterIdentifier"))
          .isNotEmpty()
          .allMatch(Finding::blocks)
          .extracting(Finding::rule)
          .contains("ForeignReference");
    }
  }

  @Test
  void should_block_what_is_no_database_also_between_partners() {
    assertThat(
            judge(
                options ->
                    new ClusterInstance(
                        "instance",
                        ClusterInstanceArgs.builder()
                            .clusterIdentifier("eu-west-1-cell-01-database")
                            .engine("aurora-postgresql")
                            .instanceClass("db.serverless")
                            .build(),
                        options)))
        .filteredOn(finding -> finding.message().startsWith("clusterIdentifier"))
        .isNotEmpty()
        .allMatch(Finding::blocks);
  }
}
