package io.cellwall.cell.network;

/**
 * A part of the cell that has a security group of its own. Which part may speak to which is for
 * {@link SecurityGroupsPlan}. To add a part, add a constant and its links there.
 */
public enum Part {
  /** The network load balancer: where requests enter the cell, by PrivateLink. */
  ENTRANCE("entrance", "Network load balancer: where requests enter the cell"),
  /** The application load balancer, behind the entrance. */
  LOAD_BALANCER("load-balancer", "Application load balancer behind the entrance"),
  /** The network interfaces of the Kubernetes control plane. */
  CLUSTER("cluster", "Control plane of the cluster"),
  /** Nodes and their pods. */
  NODES("nodes", "Nodes and their pods"),
  /** The build that installs the platform into the cluster. It runs in the nodes' subnets. */
  INSTALLER("installer", "Installs the platform into the cluster"),
  /** The managed collector of metrics. */
  SCRAPER("scraper", "Collects metrics from the cluster"),
  /** The interface endpoints of AWS's services. */
  ENDPOINTS("endpoints", "Interface endpoints of AWS services"),
  /** The database. */
  DATABASE("database", "Database"),
  /** The cache. */
  CACHE("cache", "Cache");

  private final String named;
  private final String description;

  Part(String named, String description) {
    this.named = named;
    this.description = description;
  }

  /** How names spell the part: {@code load-balancer}. */
  public String named() {
    return named;
  }

  /** What its security group says of it; AWS admits no apostrophe there. */
  String description() {
    return description;
  }
}
