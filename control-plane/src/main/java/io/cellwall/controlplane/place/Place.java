package io.cellwall.controlplane.place;

import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StateBackend;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where one stack stands. Every name and ARN of its control plane starts here, so none can be of
 * another stack, account or region.
 *
 * @param organization short name of who runs the fleet
 * @param stack the Pulumi stack
 * @param account its account
 * @param region its region
 * @param partition AWS's partition of the region
 * @param dnsSuffix domain of the region's services
 * @param tags what each resource is tagged with
 */
public record Place(
    String organization,
    String stack,
    String account,
    String region,
    String partition,
    String dnsSuffix,
    SortedMap<String, String> tags) {

  public Place {
    tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
  }

  /** The place of a stack of the inventory. */
  public static Place of(Inventory inventory, StackHome home) {
    return new Place(
        inventory.fleet().organization(),
        home.stack().value(),
        home.account().value(),
        home.region().code(),
        home.region().partition(),
        home.region().dnsSuffix(),
        tags(inventory, home));
  }

  private static SortedMap<String, String> tags(Inventory inventory, StackHome home) {
    SortedMap<String, String> tags = new TreeMap<>();
    tags.put(home.stack() instanceof StackName.OfCell ? "cell" : "edge", home.stack().value());
    tags.put("owner", inventory.fleet().owner());
    tags.put("region", home.region().code());
    tags.put("zone", home.zone().map(Object::toString).orElse("global"));
    return tags;
  }

  /** The name of the CloudFormation stack, which all names of its parts start with. */
  public String name() {
    return StateBackend.PREFIX + stack;
  }

  /**
   * The name of a part of the control plane. The Pulumi stack's own names start with the stack's,
   * so what the deploy role may do by name never holds for the control plane.
   */
  public String named(String part) {
    return name() + "-" + part;
  }

  /** The name of a bucket, unique in its partition of AWS. */
  public String bucket(String part) {
    return name() + "-" + account + "-" + part;
  }

  /** The ARN of a resource of this account and region. */
  public String arn(String service, String resource) {
    return "arn:%s:%s:%s:%s:%s".formatted(partition, service, region, account, resource);
  }

  /** The ARN of a resource of a service that has no regions. */
  public String globalArn(String service, String resource) {
    return "arn:%s:%s::%s:%s".formatted(partition, service, account, resource);
  }

  /** The ARN of a bucket, or of what is in it. */
  public String bucketArn(String bucket) {
    return "arn:%s:s3:::%s".formatted(partition, bucket);
  }

  /** The ARN of a role of the control plane. */
  public String role(String part) {
    return globalArn("iam", "role/" + named(part));
  }

  /** The ARN that stands for the account. */
  public String root() {
    return globalArn("iam", "root");
  }
}
