package io.cellwall.policies.ownership;

import io.cellwall.policies.graph.Surroundings;
import io.cellwall.regions.model.Region;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the owner of an ARN: by the graph, else its account, else its region, else its name.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
final class ArnOwner {

  private static final Pattern TWELVE_DIGITS = Pattern.compile("[0-9]{12}");

  /** Services whose ARNs without an account stand for something that AWS itself keeps. */
  private static final Set<String> KEPT_BY_AWS =
      Set.of("states", "bedrock", "sagemaker", "scheduler");

  // Whoever likes may call a bucket aws-ssm-x; the region in the name is what AWS always has there.
  private static final String OF_REGION = "[a-z]{2}(?:-[a-z]+)+-[0-9]";

  /** Buckets that AWS serves packages and image layers from, in each region. */
  private static final Pattern AWS_BUCKET =
      Pattern.compile(
          "(?:prod-@-starport-layer-bucket|(?:al2023-repos|amazonlinux|amazonlinux-2-repos)-@(?:-[a-z0-9]+)?"
                  .replace("@", OF_REGION)
              + "|aws-ssm-(?:[a-z]+-)*@|patch-baseline-snapshot-@)(?:/.*)?"
                  .replace("@", OF_REGION));

  /**
   * What IAM takes.
   *
   * @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">RoleArn:
   *     at most 2,048 characters</a>
   */
  private static final int LONGEST = 2_048;

  /** An organization, its root or a unit of it, whichever account the ARN has. */
  private static final Pattern OF_MANY = Pattern.compile("(?:organization|root|ou)/.*");

  private final OwnerIndex index;
  private final Home home;
  private final Surroundings graph;

  ArnOwner(OwnerIndex index, Home home, Surroundings graph) {
    this.index = index;
    this.home = home;
    this.graph = graph;
  }

  /**
   * The owner of an ARN, and whether it is its account or its region that makes it a stranger's.
   *
   * @param arn {@code arn:partition:service:region:account:resource}
   */
  Owner of(String arn) {
    if (arn.length() > LONGEST) {
      return new Owner.Unknown("an ARN longer than AWS has");
    }
    String[] parts = arn.split(":", 6);
    if (parts.length < 6) {
      return new Owner.Unknown("no whole ARN");
    }
    if (declared(arn) && OwnNames.possible(arn, home, index)) {
      return new Owner.ThisStack();
    }
    Owner byAccount = byAccount(parts);
    Owner byRegion = byRegion(parts[3]);
    if (!ours(byAccount)) {
      return byAccount;
    }
    if (!ours(byRegion)) {
      return byRegion;
    }
    if (parts[2].equals("organizations") && OF_MANY.matcher(parts[5]).matches()) {
      return new Owner.Unknown("more accounts than this stack's");
    }
    Optional<Owner> byName = byName(parts[5]);
    return byName.filter(owner -> !ours(owner)).or(() -> ofPartner(parts)).orElse(byAccount);
  }

  // In an account that a pair shares, the wall is the region.
  private Optional<Owner> ofPartner(String[] parts) {
    return parts[4].equals(home.account().value()) && Region.isRegion(parts[3])
        ? index.ofSharedAccount(Region.parse(parts[3]), home)
        : Optional.empty();
  }

  private static boolean ours(Owner owner) {
    return owner instanceof Owner.ThisStack
        || owner instanceof Owner.ItsZone
        || owner instanceof Owner.Aws;
  }

  // A declared resource, or something inside one: a bucket's objects, a log group's streams.
  private boolean declared(String arn) {
    for (int end = arn.length();
        end > 0;
        end = Math.max(arn.lastIndexOf('/', end - 1), arn.lastIndexOf(':', end - 1))) {
      if (graph.named(arn.substring(0, end)).stream().anyMatch(Declared::isOwn)) {
        return true;
      }
    }
    return false;
  }

  private Owner byAccount(String[] parts) {
    String account = parts[4];
    if (parts[2].equals("ecr") && home.readsImagesFrom(account)) {
      return new Owner.Aws();
    }
    if (TWELVE_DIGITS.matcher(account).matches()) {
      return index.ofAccount(account, home);
    }
    if (account.equals("aws") || KEPT_BY_AWS.contains(parts[2]) || ofAws(parts)) {
      return new Owner.Aws();
    }
    if (!account.isEmpty()) {
      // A wildcard or a policy variable: no reference, but a set. What it reaches is for the proof.
      return new Owner.ThisStack();
    }
    if (parts[5].startsWith("*")) {
      return new Owner.ThisStack();
    }
    return byName(parts[5])
        .orElse(new Owner.Unknown("a resource that this stack does not declare"));
  }

  private static boolean ofAws(String[] parts) {
    return switch (parts[2]) {
      case "s3" -> AWS_BUCKET.matcher(parts[5]).matches();
      case "ssm" -> parts[5].startsWith("parameter/aws/");
      default -> false;
    };
  }

  private Owner byRegion(String region) {
    if (region.isEmpty() || !Region.isRegion(region)) {
      return new Owner.ThisStack();
    }
    return index.ofRegion(Region.parse(region), home);
  }

  // What the resource's own name says: a cell, an account, a region.
  private Optional<Owner> byName(String resource) {
    Optional<String> cell = Shape.CELL_NAME.first(resource);
    if (cell.isPresent()) {
      return Optional.of(index.ofCellName(cell.get(), home));
    }
    Optional<String> account = Shape.ACCOUNT.first(resource).filter(index::knowsAccount);
    if (account.isPresent()) {
      return Optional.of(index.ofAccount(account.get(), home));
    }
    return Shape.REGION
        .all(resource)
        .filter(Region::isRegion)
        .map(code -> index.ofRegion(Region.parse(code), home))
        .filter(owner -> !ours(owner))
        .findFirst();
  }
}
