package io.cellwall.policies.rules.data;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.Property;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.ownership.Home;
import io.cellwall.policies.rules.Crossing;
import io.cellwall.policies.rules.Rule;
import io.cellwall.policies.rules.RuleContext;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.StackName;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A database that is one in several regions, without a declared pair of cells. */
public final class GlobalDatabase implements Rule {

  private static final Set<String> TYPES =
      Set.of(
          "aws:rds/globalCluster:GlobalCluster",
          "aws:docdb/globalCluster:GlobalCluster",
          "aws:neptune/globalCluster:GlobalCluster",
          "aws:elasticache/globalReplicationGroup:GlobalReplicationGroup",
          "aws:memorydb/multiRegionCluster:MultiRegionCluster",
          "aws:dynamodb/globalTable:GlobalTable");

  /** Where a database of one region joins one of several. */
  private static final Map<String, String> MEMBERS =
      Map.of(
          "aws:rds/cluster:Cluster", "globalClusterIdentifier",
          "aws:docdb/cluster:Cluster", "globalClusterIdentifier",
          "aws:neptune/cluster:Cluster", "globalClusterIdentifier",
          "aws:elasticache/replicationGroup:ReplicationGroup", "globalReplicationGroupId",
          "aws:memorydb/cluster:Cluster", "multiRegionClusterName",
          "aws:dsql/cluster:Cluster", "multiRegionProperties.witnessRegion");

  private static final String PAIRED = "aws:rds/";

  @Override
  public String explanation() {
    return "A global database copies every write to each region that joins it, and any"
        + " region may join later: the data is no cell's and no zone's any more.";
  }

  @Override
  public String fix() {
    return "use a database of one region; a standby is declared by whenUnhealthy: standby in"
        + " the inventory";
  }

  @Override
  public List<URI> references() {
    return List.of(
        URI.create(
            "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html"),
        URI.create("https://eur-lex.europa.eu/eli/reg/2016/679/oj"));
  }

  @Override
  public List<Finding> judge(Node node, RuleContext context) {
    if (node.kind() != Node.Kind.RESOURCE
        || (node.type().startsWith(PAIRED) && isPaired(context.home()))) {
      return List.of();
    }
    Crossing crossing = Crossing.of(this, node);
    String must = "; it must be of one region, as the inventory declares no pair for it";
    if (TYPES.contains(node.type())) {
      return isHomeTable(node, context)
          ? List.of()
          : List.of(crossing.violation("type", "it is a " + node.type() + ", one in many" + must));
    }
    return Property.at(node, MEMBERS.getOrDefault(node.type(), "none")).stream()
        .filter(property -> !(property.value() instanceof Value.Null))
        .map(
            property ->
                crossing.violation(
                    property.path(), property.path() + " joins it to other regions" + must))
        .toList();
  }

  private static boolean isPaired(Home home) {
    return home.stack() instanceof StackName.OfCell self
        && home.pairs().stream()
            .anyMatch(
                pair ->
                    pair.replicates()
                        && (pair.primary().equals(self.cell())
                            || pair.standby().equals(self.cell())));
  }

  // The regions of a table are written in it, and judged one by one.
  private static boolean isHomeTable(Node node, RuleContext context) {
    return node.type().startsWith("aws:dynamodb/") && !context.home().isCell();
  }
}
