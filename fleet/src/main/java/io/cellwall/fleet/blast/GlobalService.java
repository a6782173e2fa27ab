package io.cellwall.fleet.blast;

/**
 * A service of AWS that is one for all regions, so that no wall of a fleet stands inside it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html">AWS
 *     Fault Isolation Boundaries: global services</a>
 */
enum GlobalService {
  /** Names. */
  ROUTE_53("Route 53", "aws:route53/", "us-east-1", true),
  /** The way in. */
  GLOBAL_ACCELERATOR("Global Accelerator", "aws:globalaccelerator/", "us-west-2", true),
  /** Who may do what: evaluated in each region, changed in one. */
  IAM("IAM", "aws:iam/", "us-east-1", false),
  /** Content delivery. */
  CLOUDFRONT("CloudFront", "aws:cloudfront/", "us-east-1", true);

  private final String service;
  private final String types;
  private final String controlPlane;
  private final boolean oneDataPlane;

  GlobalService(String service, String types, String controlPlane, boolean oneDataPlane) {
    this.service = service;
    this.types = types;
    this.controlPlane = controlPlane;
    this.oneDataPlane = oneDataPlane;
  }

  String service() {
    return service;
  }

  /** Beginning of the types of its resources. */
  String types() {
    return types;
  }

  /** The region that changes are made in. */
  String controlPlane() {
    return controlPlane;
  }

  /** Whether what serves requests is one for the world too; else there is one in each region. */
  boolean hasOneDataPlane() {
    return oneDataPlane;
  }
}
