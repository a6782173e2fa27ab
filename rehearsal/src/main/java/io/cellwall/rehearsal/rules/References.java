package io.cellwall.rehearsal.rules;

import io.cellwall.policies.graph.Value;
import io.cellwall.rehearsal.cloud.Account;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What the values of a resource's inputs name. */
final class References {

  private static final Pattern EC2_ID =
      Pattern.compile(
          "(?:vpc|subnet|sg|rtb|acl|igw|eigw|nat|eipalloc|eni|lt|vpce|vpce-svc|pcx|tgw|tgw-attach)"
              + "-[0-9a-f]{17}");

  private References() {}

  /** The ids of EC2 that stand alone in some value, each with one place where it does. */
  static Map<String, String> ec2Ids(Value.Fields fields) {
    Map<String, String> found = new TreeMap<>();
    fields.walk(
        "",
        false,
        (path, text, secret) -> {
          if (EC2_ID.matcher(text).matches()) {
            found.put(text, path);
          }
        });
    return found;
  }

  /** Every text that stands alone in some value. */
  static Set<String> texts(Value.Fields fields) {
    Set<String> found = new TreeSet<>();
    fields.walk("", false, (path, text, secret) -> found.add(text));
    return found;
  }

  /** Tells whether a name is one of this account: an ARN of another, or of AWS itself, is not. */
  static boolean mustExist(String handle, Account account) {
    return !handle.startsWith("arn:")
        || handle.contains(":" + account.id().value() + ":")
        || handle.contains(":::");
  }
}
