package io.cellwall.regions.quotas;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What AWS has granted each account beyond its defaults, as the inventory records it.
 *
 * @param grants by account; two where a pair of cells shares one
 */
public record ApprovedQuotas(Map<AccountId, List<Grant>> grants) {

  public ApprovedQuotas {
    Map<AccountId, List<Grant>> copy = new HashMap<>();
    grants.forEach((account, each) -> copy.put(account, List.copyOf(each)));
    grants = Map.copyOf(copy);
  }

  /**
   * What one account was granted.
   *
   * @param place the file and the key that record it: {@code cells/eu-west-1-cell-01.yaml,
   *     approvedQuotas}
   * @param region the region that it was granted in
   * @param quotas by code
   */
  public record Grant(String place, Region region, SortedMap<QuotaCode, Long> quotas) {
    public Grant {
      quotas = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(quotas)));
    }
  }

  /** What an inventory records of cells, edges and zones. */
  public static ApprovedQuotas of(Inventory inventory) {
    Map<AccountId, List<Grant>> grants = new HashMap<>();
    inventory
        .cells()
        .forEach(
            (name, cell) ->
                add(
                    grants,
                    cell.account(),
                    new Grant(
                        "cells/" + name + ".yaml, approvedQuotas",
                        cell.region(),
                        cell.approvedQuotas())));
    inventory
        .zones()
        .forEach(
            (name, zone) -> {
              String file = "zones/" + name + ".yaml, ";
              add(
                  grants,
                  zone.account(),
                  new Grant(file + "approvedQuotas", zone.writerRegion(), zone.approvedQuotas()));
              zone.edges()
                  .forEach(
                      (region, edge) ->
                          add(
                              grants,
                              edge.account(),
                              new Grant(
                                  file + "edges." + region + ".approvedQuotas",
                                  region,
                                  edge.approvedQuotas())));
            });
    return new ApprovedQuotas(grants);
  }

  private static void add(Map<AccountId, List<Grant>> grants, AccountId account, Grant grant) {
    grants.computeIfAbsent(account, key -> new ArrayList<>()).add(grant);
  }

  /** What the account was granted of a quota in a region, if anything is recorded. */
  public Optional<Long> find(AccountId account, Region region, QuotaCode code) {
    return of(account, region).flatMap(grant -> Optional.ofNullable(grant.quotas().get(code)));
  }

  /** The file and the key where a grant to the account is recorded, if it has such a place. */
  public Optional<String> placeOf(AccountId account, Region region) {
    return of(account, region).map(Grant::place);
  }

  // Of two cells that share an account each records its own region's; who is alone records all.
  private Optional<Grant> of(AccountId account, Region region) {
    List<Grant> all = grants.getOrDefault(account, List.of());
    return all.stream()
        .filter(grant -> all.size() == 1 || grant.region().equals(region))
        .findFirst();
  }
}
