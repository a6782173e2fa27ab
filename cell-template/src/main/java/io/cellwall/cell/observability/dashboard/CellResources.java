package io.cellwall.cell.observability.dashboard;

import java.util.ArrayList;
import java.util.List;

/**
 * The names by which CloudWatch knows the cell's resources.
 *
 * @param loadBalancer value of the dimension {@code LoadBalancer}, the last part of the ARN: {@code
 *     app/<name>/<id>}
 * @param databaseCluster value of {@code DBClusterIdentifier}
 * @param queue value of {@code QueueName}
 */
public record CellResources(String loadBalancer, String databaseCluster, String queue) {

  public CellResources {
    List<String> problems = new ArrayList<>();
    check(problems, "loadBalancer", loadBalancer, "app/[A-Za-z0-9-]{1,32}/[0-9a-f]{16}");
    check(problems, "databaseCluster", databaseCluster, "[a-z][a-z0-9-]{0,62}");
    check(problems, "queue", queue, "[A-Za-z0-9_-]{1,80}");
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
  }

  private static void check(List<String> problems, String name, String value, String shape) {
    if (!value.matches(shape)) {
      problems.add(name + " \"" + value + "\" must match " + shape);
    }
  }
}
