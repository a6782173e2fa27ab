package io.cellwall.policies.proof.access;

import io.cellwall.policies.iam.access.Addressees;
import io.cellwall.policies.iam.access.Resource;
import io.cellwall.policies.iam.condition.Condition;
import io.cellwall.policies.iam.condition.Operator;
import io.cellwall.policies.iam.document.PolicyDocument;
import io.cellwall.policies.iam.document.Statement;
import io.cellwall.policies.iam.glob.PolicyText;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Whom the policies of a resource tell apart. They treat all accounts alike that they do not name,
 * so that one that nobody has can stand for every account there is.
 *
 * @param accounts every account of which they name somebody, or that stands anywhere in them if
 *     anybody may come in
 * @param others services and identity providers that they let in
 * @param anybody whether they may let in somebody whom they do not name
 * @param vague whether they tell accounts apart by patterns, so that no single one can stand for
 *     the rest
 */
record Named(Set<String> accounts, Set<String> others, boolean anybody, boolean vague) {

  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9])[0-9]{12}(?![0-9])");

  /** A digit beside a wildcard: part of an account, for all that can be told. */
  private static final Pattern PARTIAL = Pattern.compile("[0-9][*?]|[*?][0-9]");

  private static final int ACCOUNT_PART = 4;

  static Named in(Resource resource) {
    List<PolicyDocument> documents =
        Stream.concat(resource.policies().stream(), resource.grants().stream()).toList();
    Addressees addressees = Addressees.of(documents);
    Set<String> accounts = new TreeSet<>(addressees.accounts());
    boolean vague = false;
    if (addressees.anybody() || !addressees.others().isEmpty()) {
      for (PolicyDocument document : documents) {
        for (Statement statement : document.statements()) {
          Matcher ids = ACCOUNT.matcher(statement.toString());
          while (ids.find()) {
            accounts.add(ids.group());
          }
          vague |= statement.conditions().stream().anyMatch(Named::isVague);
        }
      }
    }
    return new Named(accounts, addressees.others(), addressees.anybody(), vague);
  }

  /** The roles and users of an account that the policies name by their whole ARN. */
  static Set<String> identities(Resource resource, String account) {
    Pattern identity =
        Pattern.compile("arn:[a-z-]+:iam::" + account + ":(?:role|user)/[A-Za-z0-9+=,.@_/-]+");
    Set<String> found = new TreeSet<>();
    Stream.concat(resource.policies().stream(), resource.grants().stream())
        .flatMap(document -> document.statements().stream())
        .forEach(
            statement -> {
              Matcher arns = identity.matcher(statement.toString());
              while (arns.find()) {
                found.add(arns.group());
              }
            });
    return found;
  }

  private static boolean isVague(Condition condition) {
    return condition.operator().hasWildcards()
        && condition.values().stream().anyMatch(value -> isVague(condition.operator(), value));
  }

  private static boolean isVague(Operator operator, PolicyText value) {
    String text = value.raw();
    if (operator.family() == Operator.Family.ARN) {
      String[] parts = text.split(":", -1);
      text = parts.length > ACCOUNT_PART ? parts[ACCOUNT_PART] : "";
    }
    return PARTIAL.matcher(text).find();
  }
}
