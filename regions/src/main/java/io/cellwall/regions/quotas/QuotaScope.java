package io.cellwall.regions.quotas;

/** What a quota is counted for. */
public enum QuotaScope {
  /** Once for the account, whatever the region. */
  ACCOUNT,
  /** For each region of the account. */
  REGION,
  /** For each availability zone of the region. */
  AVAILABILITY_ZONE,
  /** For each resource of some kind, such as each VPC or security group. */
  RESOURCE
}
