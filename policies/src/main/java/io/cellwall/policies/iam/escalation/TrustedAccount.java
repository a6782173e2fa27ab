package io.cellwall.policies.iam.escalation;

import io.cellwall.policies.iam.principal.ArnAccount;
import io.cellwall.policies.iam.principal.PrincipalPattern;
import java.util.Optional;

/** The one account that a principal of a policy belongs to. */
final class TrustedAccount {

  private TrustedAccount() {}

  /** The account; empty if it is not of one account, or cannot be told. */
  static Optional<String> of(PrincipalPattern pattern) {
    if (pattern instanceof PrincipalPattern.Account account) {
      return Optional.of(account.id());
    }
    if (pattern instanceof PrincipalPattern.Role role) {
      return ArnAccount.of(role.arn());
    }
    if (pattern instanceof PrincipalPattern.User user) {
      return ArnAccount.of(user.arn());
    }
    if (pattern instanceof PrincipalPattern.RoleSession session) {
      return ArnAccount.of(session.arn());
    }
    if (pattern instanceof PrincipalPattern.FederatedSession session) {
      return ArnAccount.of(session.arn());
    }
    return Optional.empty();
  }
}
