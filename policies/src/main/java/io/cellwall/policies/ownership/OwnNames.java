package io.cellwall.policies.ownership;

import io.cellwall.regions.model.Region;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tells which names a resource of a stack can have, whether or not it is declared yet: none that
 * speaks of another account, of a region outside its zone, or, for a cell, of another cell.
 */
public final class OwnNames {

  /** Ids, which AWS makes up; so it does hosts, but for those of buckets. */
  private static final Pattern MADE_UP =
      Pattern.compile(Tokens.RESOURCE_ID + "|" + Tokens.HOSTED_ZONE + "|" + Tokens.KEY_ID);

  /** The domains in which AWS gives hosts to its customers' resources. */
  private static final Pattern HOST_OF_AWS =
      Pattern.compile(
          ".+\\.(?:amazonaws\\.(?:com|com\\.cn|eu)|aws|cloudfront\\.(?:net|cn)"
              + "|awsglobalaccelerator\\.com|awsapprunner\\.com|amazoncognito\\.com"
              + "|elasticbeanstalk\\.com|amplifyapp\\.com)");

  private OwnNames() {}

  /** Tells whether a host may be one that AWS has given to a resource. */
  static boolean isHostOfAws(String host) {
    return HOST_OF_AWS.matcher(host).matches();
  }

  /** Tells whether a resource of this stack can have this id, ARN or host. */
  public static boolean possible(String name, Home home, OwnerIndex index) {
    return (!name.startsWith("arn:") || possibleArn(name.split(":", 6), home))
        && cells(name, home, index)
        && accounts(name, home, index)
        && regions(name, home, index);
  }

  /** Tells whether it is the program that chooses such a name, so that it may use it beforehand. */
  public static boolean isChosen(String name) {
    return name.startsWith("arn:")
        || name.contains(".s3")
        || !(name.contains(".") || MADE_UP.matcher(name).matches());
  }

  private static boolean possibleArn(String[] parts, Home home) {
    if (parts.length < 6) {
      return false;
    }
    String account = parts[4];
    boolean own = account.isEmpty() || account.equals(home.account().value());
    boolean near =
        !Region.isRegion(parts[3])
            || Stream.concat(home.regions().stream(), home.regionsByDesign().stream())
                .anyMatch(region -> region.code().equals(parts[3]));
    return own && near;
  }

  private static boolean cells(String name, Home home, OwnerIndex index) {
    return Shape.CELL_NAME
        .all(name)
        .map(cell -> index.ofCellName(cell, home))
        // An edge may name what is its own after a cell that it serves.
        .allMatch(
            owner ->
                owner instanceof Owner.ThisStack
                    || (!home.isCell() && !(owner instanceof Owner.Stranger)));
  }

  private static boolean accounts(String name, Home home, OwnerIndex index) {
    return Shape.ACCOUNT
        .all(name)
        .allMatch(
            account -> !index.knowsAccount(account) || account.equals(home.account().value()));
  }

  private static boolean regions(String name, Home home, OwnerIndex index) {
    return home.isGlobal()
        || Shape.REGION
            .all(name)
            .filter(Region::isRegion)
            .map(Region::parse)
            .filter(region -> !home.regionsByDesign().contains(region))
            .map(region -> index.ofRegion(region, home))
            .allMatch(owner -> owner instanceof Owner.ThisStack || owner instanceof Owner.ItsZone);
  }
}
