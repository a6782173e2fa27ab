package io.cellwall.regions.quotas;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.QuotaCode;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What AWS has granted each account beyond its defaults, as the inventory records it.
 *
 * @param grants by account
 */
public record ApprovedQuotas(Map<AccountId, Grant> grants) {

  public ApprovedQuotas {
    grants = Map.copyOf(grants);
  }

  /**
   * What one account was granted.
   *
   * @param place the file and the key that record it: {@code cells/eu-west-1-cell-01.yaml,
   *     approvedQuotas}
   * @param quotas by code
   */
  public record Grant(String place, SortedMap<QuotaCode, Long> quotas) {
    public Grant {
      quotas = Collections.unmodifiableSortedMap(new TreeMap<>(Map.copyOf(quotas)));
    }
  }

  /** What an inventory records of cells, edges and zones. */
  public static ApprovedQuotas of(Inventory inventory) {
    Map<AccountId, Grant> grants = new HashMap<>();
    inventory
        .cells()
        .forEach(
            (name, cell) ->
                grants.put(
                    cell.account(),
                    new Grant("cells/" + name + ".yaml, approvedQuotas", cell.approvedQuotas())));
    inventory
        .zones()
        .forEach(
            (name, zone) -> {
              String file = "zones/" + name + ".yaml, ";
              grants.put(zone.account(), new Grant(file + "approvedQuotas", zone.approvedQuotas()));
              zone.edges()
                  .forEach(
                      (region, edge) ->
                          grants.put(
                              edge.account(),
                              new Grant(
                                  file + "edges." + region + ".approvedQuotas",
                                  edge.approvedQuotas())));
            });
    return new ApprovedQuotas(grants);
  }

  /** What the account was granted of a quota, if anything is recorded. */
  public Optional<Long> find(AccountId account, QuotaCode code) {
    return Optional.ofNullable(grants.get(account))
        .flatMap(grant -> Optional.ofNullable(grant.quotas().get(code)));
  }

  /** The file and the key where a grant to the account is recorded, if it has such a place. */
  public Optional<String> placeOf(AccountId account) {
    return Optional.ofNullable(grants.get(account)).map(Grant::place);
  }
}
