package io.cellwall.regions.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What AWS itself runs outside the regions of any zone, and why no tenant's data passes through it.
 * The one list: whatever else lies outside a zone is a violation.
 *
 * <p>Of one of these a program must name the region: the key of DNSSEC. The others have none in a
 * program, as the provider picks it.
 */
public enum GlobalByDesign {
  /** Hosted zones, records, DNSSEC. */
  ROUTE_53(
      "",
      Set.of(),
      "control plane in us-east-1, answers from name servers everywhere",
      "it holds host names of zones and cells, never a tenant's; query logs stay off, as AWS"
          + " delivers them to us-east-1 only"),

  /** The key that signs a hosted zone's key. */
  DNSSEC_KEY(
      "us-east-1",
      Set.of("aws:kms/key:Key", "aws:kms/alias:Alias"),
      "Route 53 takes a KMS key for signing from us-east-1 only",
      "the key signs the hosted zone's public key and can encrypt nothing: it is of kind"
          + " ECC_NIST_P256 for SIGN_VERIFY, and its policy admits Route 53 alone"),

  /** Accelerators, listeners, endpoint groups, attachments. */
  GLOBAL_ACCELERATOR(
      "",
      Set.of(),
      "control plane and metrics in us-west-2, entry at AWS's edge locations",
      "packets pass as they are, encrypted from the client to the load balancer in the zone; flow"
          + " logs go to a bucket in the zone"),

  /** Budgets of accounts. */
  BUDGETS(
      "",
      Set.of(),
      "one service for all regions, in us-east-1",
      "it holds sums of money by account and region, never what of a tenant they were spent on"),

  /** Roles and policies. */
  IAM(
      "",
      Set.of(),
      "control plane in us-east-1, decisions in each region",
      "it holds names of roles and what they may do, never whom they serve");

  private final String region;

  // A set of constants; saying so to Error Prone would need its annotations.
  @SuppressWarnings("ImmutableEnumChecker")
  private final Set<String> types;

  private final String where;
  private final String reason;

  GlobalByDesign(String region, Set<String> types, String where, String reason) {
    this.region = region;
    this.types = types;
    this.where = where;
    this.reason = reason;
  }

  /** The region that a program must name for it, if it must name one. */
  public Optional<Region> region() {
    return region.isEmpty() ? Optional.empty() : Optional.of(Region.parse(region));
  }

  /** The resource types, as Pulumi names them, that may be made in that region. */
  public Set<String> types() {
    return types;
  }

  /** Where AWS runs it. */
  public String where() {
    return where;
  }

  /** Why no tenant's data passes through it. */
  public String reason() {
    return reason;
  }

  /** Those for which a program must name a region. */
  public static List<GlobalByDesign> withRegion() {
    return List.of(values()).stream().filter(each -> each.region().isPresent()).toList();
  }
}
