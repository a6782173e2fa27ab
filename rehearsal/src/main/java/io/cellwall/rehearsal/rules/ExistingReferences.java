package io.cellwall.rehearsal.rules;

import io.cellwall.rehearsal.cloud.Account;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.CloudRule;
import io.cellwall.rehearsal.cloud.Refusal;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What an input names exists: ids of EC2 in the same region, and what a resource is part of. */
public final class ExistingReferences implements CloudRule {

  @Override
  public void create(CloudObject wanted, Account account) {
    parents(wanted, account);
    ids(wanted, account);
  }

  @Override
  public void update(CloudObject wanted, Account account) {
    create(wanted, account);
  }

  private static void parents(CloudObject wanted, Account account) {
    for (Map.Entry<String, String> inside : wanted.facts().inside().entrySet()) {
      wanted
          .inputs()
          .text(inside.getKey())
          .filter(handle -> References.mustExist(handle, account))
          .filter(handle -> account.named(inside.getValue(), handle).isEmpty())
          .ifPresent(
              handle -> {
                throw new Refusal(
                    "NotFound",
                    "%s names %s \"%s\", which account %s does not have"
                        .formatted(
                            inside.getKey(),
                            inside.getValue().substring(inside.getValue().lastIndexOf(':') + 1),
                            handle,
                            account.id()));
              });
    }
  }

  private static void ids(CloudObject wanted, Account account) {
    Map<String, String> named = References.ec2Ids(wanted.inputs());
    if (named.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    account
        .in(wanted.order().place().region())
        .forEach(
            each -> {
              known.add(each.id());
              // AWS makes a default security group, route table and ACL with each VPC.
              known.addAll(References.ec2Ids(each.outputs()).keySet());
            });
    named.forEach(
        (id, path) -> {
          if (!known.contains(id)) {
            throw new Refusal(
                "InvalidID.NotFound",
                "%s names %s, which account %s does not have in %s"
                    .formatted(path, id, account.id(), wanted.order().place().region()));
          }
        });
  }
}
