package io.cellwall.policies.iam.principal;

import java.util.Optional;

/** The account in an ARN. */
public final class ArnAccount {

  private static final int ACCOUNT = 4;

  private ArnAccount() {}

  /** Twelve digits; empty if the ARN has none there. */
  public static Optional<String> of(String arn) {
    String[] parts = arn.split(":", -1);
    return parts.length > ACCOUNT && isAccount(parts[ACCOUNT])
        ? Optional.of(parts[ACCOUNT])
        : Optional.empty();
  }

  /** Tells whether the text is an account id. */
  public static boolean isAccount(String text) {
    return text.length() == 12 && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
