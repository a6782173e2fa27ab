package io.cellwall.wiring;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where and under which name a stack makes its resources. All names and ARNs of a stack start here,
 * so none can be of another stack, account, region or partition.
 *
 * @param name what every name starts with: the cell's name, {@code edge-eu}
 * @param region the region of the resources
 * @param account the account of the resources
 */
public record Place(String name, Region region, AccountId account) {

  /** The name of one part: {@code eu-west-1-cell-03-nodes-az1}. */
  public String named(String part) {
    return name + "-" + part;
  }

  /** The same stack's place in another region of its zone, in the same account. */
  public Place in(Region other) {
    return new Place(name, other, account);
  }

  /** The ARN of a resource in this account and region. */
  public Arn arn(String service, String resource) {
    return new Arn(region.partition(), service, region.code(), account.value(), resource);
  }

  /** The ARN of an IAM resource in this account: IAM has no regions. */
  public Arn iamArn(String resource) {
    return new Arn(region.partition(), "iam", "", account.value(), resource);
  }

  /**
   * The ARN of a policy that AWS keeps in this partition: {@code
   * arn:aws:iam::aws:policy/AmazonEKSClusterPolicy}.
   */
  public Arn managedPolicy(String name) {
    return new Arn(region.partition(), "iam", "", "aws", "policy/" + name);
  }

  /** The ARN that stands for the account, and so for whom its own IAM policies admit. */
  public Arn accountRoot() {
    return iamArn("root");
  }

  /** The service principal of a regional service: {@code logs.eu-west-1.amazonaws.com}. */
  public String servicePrincipal(String service) {
    return service + "." + region.code() + "." + region.dnsSuffix();
  }

  /**
   * What {@code kms:ViaService} says of a service in this region. In China AWS's pages write both
   * domains, and both are AWS's own.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service">kms:ViaService</a>
   */
  public List<String> viaService(String service) {
    return Stream.of("amazonaws.com", region.dnsSuffix())
        .distinct()
        .map(suffix -> service + "." + region.code() + "." + suffix)
        .toList();
  }
}
