package io.cellwall.policies.iam.growth;

import io.cellwall.policies.iam.document.Statement;
import java.util.Optional;

/**
 * Something that is allowed and was not.
 *
 * @param statement the statement that allows it
 * @param principal to whom, where the statement names somebody
 * @param action an action, such as {@code s3:GetObject}
 * @param resource a resource, the shortest name that serves
 * @param sure whether it surely was not allowed; else it could not be told apart from what was
 */
public record NewAccess(
    Statement statement, Optional<String> principal, String action, String resource, boolean sure) {

  @Override
  public String toString() {
    return principal.map(who -> who + " may now ").orElse("may now ")
        + action
        + " on "
        + resource
        + (sure ? "" : ", as far as can be told")
        + ", by "
        // Of a statement without an id that is read alone, the label ends in its place in a list.
        + statement.label().replaceFirst(" Statement$", "");
  }
}
