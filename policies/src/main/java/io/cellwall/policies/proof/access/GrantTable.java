package io.cellwall.policies.proof.access;

import java.util.List;
import java.util.Map;

/**
 * Types that let somebody in without a policy document: by a property that names whom.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html">Identity-based
 *     and resource-based policies</a>
 */
final class GrantTable {

  /**
   * One such type.
   *
   * @param principals the properties that name whom; lists count by their items
   * @param actions what they may do then; a name without colon is a property with the names
   * @param prefix put before the names that such a property has
   * @param subject the property that names what they may do it with; empty: the resource itself
   */
  record Grant(List<String> principals, List<String> actions, String prefix, String subject) {}

  private static final Map<String, Grant> GRANTS =
      Map.ofEntries(
          entry("kms/grant", List.of("granteePrincipal"), "operations", "kms:", "keyId"),
          entry("lambda/permission", List.of("principal"), "action", "", "function"),
          entry("lambda/layerVersionPermission", List.of("principal"), "action", "", "layerName"),
          entry("cloudwatch/eventPermission", List.of("principal"), "action", "", "eventBusName"),
          entry(
              "ec2/amiLaunchPermission",
              List.of("accountId", "group", "organizationArn", "organizationalUnitArn"),
              "ec2:*",
              "",
              "imageId"),
          entry(
              "ec2/snapshotCreateVolumePermission",
              List.of("accountId"),
              "ec2:*",
              "",
              "snapshotId"),
          entry("redshift/endpointAuthorization", List.of("account"), "redshift:*", "", ""),
          entry("lakeformation/permissions", List.of("principal"), "lakeformation:*", "", ""),
          entry("rds/snapshot", List.of("sharedAccounts"), "rds:*", "", ""),
          entry("rds/clusterSnapshot", List.of("sharedAccounts"), "rds:*", "", ""),
          entry("rds/clusterSnapshotCopy", List.of("sharedAccounts"), "rds:*", "", ""),
          entry("rds/snapshotCopy", List.of("sharedAccounts"), "rds:*", "", ""),
          entry("ram/principalAssociation", List.of("principal"), "*", "", "resourceShareArn"));

  private GrantTable() {}

  private static Map.Entry<String, Grant> entry(
      String type, List<String> principals, String actions, String prefix, String subject) {
    return Map.entry(type, new Grant(principals, List.of(actions), prefix, subject));
  }

  /** How a type lets somebody in; null if it does not, or by a policy. */
  static @org.jspecify.annotations.Nullable Grant of(String type) {
    return GRANTS.get(PolicyProperties.module(type));
  }
}
