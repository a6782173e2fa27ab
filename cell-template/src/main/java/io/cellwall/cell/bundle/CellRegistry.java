package io.cellwall.cell.bundle;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;

/**
 * The private ECR registry of a cell: its account, its region. The mirroring job fills it from the
 * origins in {@link BundleCatalog}.
 *
 * @param account the cell's account
 * @param region the cell's region
 */
public record CellRegistry(AccountId account, Region region) {

  /** Repositories of the bundle's images start with this. */
  public static final String IMAGES = "platform/images/";

  /** Repositories of the bundle's charts start with this. */
  public static final String CHARTS = "platform/charts/";

  /** The repository of the bundle itself, an OCI artifact of one layer. */
  public static final String BUNDLE = "platform/bundle";

  /** Its host name: {@code 111122223333.dkr.ecr.eu-west-1.amazonaws.com}. */
  public String host() {
    return account + ".dkr.ecr." + region + "." + region.dnsSuffix();
  }

  /** Where an image lies, without its tag. */
  public String repository(MirroredImage image) {
    return host() + "/" + IMAGES + image.repository();
  }

  /** An image by its tag, and by its digest where that is recorded. */
  public String reference(MirroredImage image) {
    return repository(image) + ":" + image.pin();
  }
}
