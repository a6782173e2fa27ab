package io.cellwall.fleet.quotas;

import io.cellwall.fleet.graph.Declared;
import io.cellwall.fleet.graph.Home;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.quotas.QuotaNeed;
import java.util.List;

/** What resources need of the quotas of one account in one region. */
public final class QuotaNeeds {

  private QuotaNeeds() {}

  /** Tells whether resources of a type count against some quota. */
  public static boolean counts(String type) {
    return !QuotaCounts.of(type).isEmpty();
  }

  /** What all resources of the graph need together, wherever they say that they are. */
  public static List<QuotaNeed> of(ResourceGraph graph, AccountId account, Region region) {
    Home home = new Home(account, region);
    Tally tally = new Tally();
    for (Declared resource : Declared.in(graph)) {
      QuotaCounts.of(resource.node().type())
          .forEach(counting -> counting.count(resource, home, tally));
    }
    return tally.needs();
  }
}
