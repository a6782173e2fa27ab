package io.cellwall.rehearsal.rules;

import io.cellwall.policies.graph.Value;
import io.cellwall.rehearsal.cloud.Account;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.CloudRule;
import io.cellwall.rehearsal.cloud.Refusal;
import io.cellwall.rehearsal.facts.TypeFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Names are unique: in the region, the account or, for buckets, the world. */
public final class UniqueNames implements CloudRule {

  @Override
  public void create(CloudObject wanted, Account account) {
    TypeFacts facts = wanted.facts();
    if (facts.put()) {
      return;
    }
    List<Value> name = name(wanted, facts.unique());
    boolean named = name.stream().anyMatch(each -> !(each instanceof Value.Null));
    scope(wanted, account)
        .filter(each -> each.type().equals(wanted.type()))
        .filter(
            each ->
                each.id().equals(wanted.id()) || (named && name(each, facts.unique()).equals(name)))
        .findFirst()
        .ifPresent(
            found -> {
              throw new Refusal(
                  "AlreadyExists",
                  "%s exists already in account %s; it was made for %s"
                      .formatted(
                          found.title(), found.order().place().account(), found.order().urn()));
            });
  }

  private static Stream<CloudObject> scope(CloudObject wanted, Account account) {
    return switch (wanted.facts().within()) {
      case WORLD -> account.world();
      case ACCOUNT -> account.objects().stream();
      case REGION -> account.in(wanted.order().place().region());
    };
  }

  private static List<Value> name(CloudObject object, List<String> unique) {
    List<Value> name = new ArrayList<>();
    unique.forEach(
        key -> name.add(object.inputs().values().getOrDefault(key, new Value.Null()).bare()));
    return name;
  }
}
