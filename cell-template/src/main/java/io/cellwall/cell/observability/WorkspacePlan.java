package io.cellwall.cell.observability;

import io.cellwall.wiring.Arn;
import java.util.List;

/**
 * The cell's Prometheus workspace, and what collects for it.
 *
 * @param name the workspace's alias
 * @param logGroup ARN of the log group of its ruler and alert manager
 * @param namespaces its rules
 * @param alertManager the alert manager's definition
 * @param scraper the scraper's alias
 * @param cluster ARN of the cluster that it scrapes
 * @param scrapeConfiguration what it collects
 */
public record WorkspacePlan(
    String name,
    Arn logGroup,
    List<RuleNamespace> namespaces,
    String alertManager,
    String scraper,
    Arn cluster,
    String scrapeConfiguration) {

  public WorkspacePlan {
    namespaces = List.copyOf(namespaces);
  }

  /**
   * A namespace of rule groups.
   *
   * @param name the namespace's name
   * @param rules its rules, as YAML
   */
  public record RuleNamespace(String name, String rules) {}
}
