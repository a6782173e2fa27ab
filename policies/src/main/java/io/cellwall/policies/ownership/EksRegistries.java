package io.cellwall.policies.ownership;

import java.util.Set;

/**
 * The accounts from which AWS serves the images of EKS and its add-ons, one for each region or for
 * many. Their repositories are AWS's; everything else of theirs is a stranger's.
 *
 * @see <a href="https://docs.aws.amazon.com/eks/latest/userguide/add-ons-images.html">Registries of
 *     EKS add-ons</a>
 */
public final class EksRegistries {

  /** Their ids. */
  public static final Set<String> ACCOUNTS =
      Set.of(
          "013241004608",
          "066635153087",
          "121268973566",
          "151742754352",
          "296578399912",
          "333609536671",
          "455263428931",
          "491585149902",
          "558608220178",
          "590381155156",
          "602401143452",
          "730335286997",
          "759879836304",
          "761377655185",
          "800184023465",
          "877085696533",
          "877088126301",
          "900612956339",
          "900889452093",
          "918309763551",
          "961992271922");

  private EksRegistries() {}

  static boolean has(String account) {
    return ACCOUNTS.contains(account);
  }
}
