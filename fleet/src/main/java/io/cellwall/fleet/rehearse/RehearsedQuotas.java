package io.cellwall.fleet.rehearse;

import io.cellwall.fleet.quotas.QuotaNeeds;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.quotas.ApprovedQuotas;
import io.cellwall.regions.quotas.Quota;
import io.cellwall.regions.quotas.QuotaNeed;
import io.cellwall.regions.quotas.QuotaTable;
import io.cellwall.rehearsal.cloud.Account;
import io.cellwall.rehearsal.cloud.CloudObject;
import io.cellwall.rehearsal.cloud.CloudRule;
import io.cellwall.rehearsal.cloud.GrantedQuotas;
import io.cellwall.rehearsal.cloud.Refusal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An account has AWS's default quotas and what the inventory says it was granted, no more. What
 * counts against which quota is what {@code cellwall quotas} counts.
 */
public final class RehearsedQuotas implements CloudRule {

  @Override
  public void create(CloudObject wanted, Account account) {
    if (!QuotaNeeds.counts(wanted.type())) {
      return;
    }
    Region region = wanted.order().place().region();
    List<Node> nodes = new ArrayList<>();
    Stream.concat(account.in(region), Stream.of(wanted))
        .forEach(each -> nodes.add(node(each, nodes.size())));
    for (QuotaNeed need :
        QuotaNeeds.of(new ResourceGraph("account", nodes), account.id(), region)) {
      Optional<Quota> quota = QuotaTable.published().find(need.code());
      long most =
          account
              .granted()
              .find(account.id(), region, need.code())
              .or(() -> quota.map(each -> each.defaultIn(region)))
              .orElse(Long.MAX_VALUE);
      if (need.count() > most) {
        throw new Refusal(
            "LimitExceeded",
            "%s%s: account %s has %d in %s, and this would be %d (%s)"
                .formatted(
                    quota.map(Quota::name).orElse("quota"),
                    need.subject().isEmpty() ? "" : " of " + need.subject(),
                    account.id(),
                    most,
                    region,
                    need.count(),
                    need.code()));
      }
    }
  }

  // Orphans have the URN of what replaced them, so each gets a number.
  private static Node node(CloudObject object, int number) {
    return new Node(
        object.order().urn() + "#" + number,
        Node.Kind.RESOURCE,
        object.type(),
        object.order().name(),
        Optional.of(object.id()),
        object.inputs(),
        object.outputs(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  /** Grants the accounts of a rehearsal what the inventory says they were granted. */
  static void grant(Path cloud, Inventory inventory) {
    Map<GrantedQuotas.Key, Long> grants = new HashMap<>();
    ApprovedQuotas.of(inventory)
        .grants()
        .forEach(
            (account, each) ->
                each.forEach(
                    grant ->
                        grant
                            .quotas()
                            .forEach(
                                (code, value) ->
                                    grants.merge(
                                        new GrantedQuotas.Key(account, grant.region(), code),
                                        value,
                                        Long::max))));
    GrantedQuotas.write(cloud, grants);
  }
}
