package io.cellwall.regions.model;

import java.util.Map;
import java.util.Optional;

/**
 * The accounts of AWS from which EKS pulls the images of its add-ons, one for each region.
 *
 * <p>They are AWS's and no customer's: a cell may read images from the one of its own region.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html">Registries
 *     for EKS add-ons</a>
 */
public final class EksRegistries {

  // ap-east-2 is left out: the page gives it a registry in ap-east-1.
  private static final Map<String, String> ACCOUNTS =
      Map.ofEntries(
          Map.entry("af-south-1", "877085696533"),
          Map.entry("ap-east-1", "800184023465"),
          Map.entry("ap-northeast-1", "602401143452"),
          Map.entry("ap-northeast-2", "602401143452"),
          Map.entry("ap-northeast-3", "602401143452"),
          Map.entry("ap-south-1", "602401143452"),
          Map.entry("ap-south-2", "900889452093"),
          Map.entry("ap-southeast-1", "602401143452"),
          Map.entry("ap-southeast-2", "602401143452"),
          Map.entry("ap-southeast-3", "296578399912"),
          Map.entry("ap-southeast-4", "491585149902"),
          Map.entry("ap-southeast-6", "333609536671"),
          Map.entry("ap-southeast-7", "121268973566"),
          Map.entry("ca-central-1", "602401143452"),
          Map.entry("ca-west-1", "761377655185"),
          Map.entry("cn-north-1", "918309763551"),
          Map.entry("cn-northwest-1", "961992271922"),
          Map.entry("eu-central-1", "602401143452"),
          Map.entry("eu-central-2", "900612956339"),
          Map.entry("eu-north-1", "602401143452"),
          Map.entry("eu-south-1", "590381155156"),
          Map.entry("eu-south-2", "455263428931"),
          Map.entry("eu-west-1", "602401143452"),
          Map.entry("eu-west-2", "602401143452"),
          Map.entry("eu-west-3", "602401143452"),
          Map.entry("eusc-de-east-1", "877088126301"),
          Map.entry("il-central-1", "066635153087"),
          Map.entry("me-central-1", "759879836304"),
          Map.entry("me-south-1", "558608220178"),
          Map.entry("mx-central-1", "730335286997"),
          Map.entry("sa-east-1", "602401143452"),
          Map.entry("us-east-1", "602401143452"),
          Map.entry("us-east-2", "602401143452"),
          Map.entry("us-gov-east-1", "151742754352"),
          Map.entry("us-gov-west-1", "013241004608"),
          Map.entry("us-west-1", "602401143452"),
          Map.entry("us-west-2", "602401143452"));

  private EksRegistries() {}

  /** The account that serves a region; empty where AWS's page names none in that region. */
  public static Optional<AccountId> of(Region region) {
    return Optional.ofNullable(ACCOUNTS.get(region.code())).map(AccountId::parse);
  }
}
