package io.cellwall.regions.quotas;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Compares what is needed with what the accounts have.
 *
 * @param table AWS's defaults
 * @param approved what the inventory says was granted instead
 */
public record QuotaComparison(QuotaTable table, ApprovedQuotas approved) {

  private record Counted(AccountId account, Optional<Region> region, QuotaCode code) {}

  /**
   * A verdict for each account, region and quota, in this order. Of several needs that are counted
   * apart, such as those of several VPCs, the largest decides; those of a quota of the whole
   * account add up over its regions.
   *
   * @throws IllegalArgumentException if a need is of a quota that the table does not have
   */
  public List<QuotaVerdict> compare(List<QuotaNeed> needs) {
    Map<Counted, QuotaNeed> most = new HashMap<>();
    for (QuotaNeed need : needs) {
      boolean ofAccount = quota(need.code()).scope() == QuotaScope.ACCOUNT;
      most.merge(
          new Counted(
              need.account(),
              ofAccount ? Optional.empty() : Optional.of(need.region()),
              need.code()),
          need,
          (one, other) -> ofAccount ? sum(one, other) : larger(one, other));
    }
    return most.values().stream().sorted().map(this::judge).toList();
  }

  private static QuotaNeed sum(QuotaNeed one, QuotaNeed other) {
    Region first = one.region().compareTo(other.region()) <= 0 ? one.region() : other.region();
    return new QuotaNeed(
        one.account(), first, one.code(), one.subject(), one.count() + other.count());
  }

  private static QuotaNeed larger(QuotaNeed one, QuotaNeed other) {
    return other.count() > one.count() ? other : one;
  }

  private QuotaVerdict judge(QuotaNeed need) {
    Quota quota = quota(need.code());
    Optional<Long> granted = approved.find(need.account(), need.region(), need.code());
    return new QuotaVerdict(
        need,
        quota,
        granted.orElseGet(() -> quota.defaultIn(need.region())),
        granted.isPresent(),
        approved.placeOf(need.account(), need.region()));
  }

  private Quota quota(QuotaCode code) {
    return table
        .find(code)
        .orElseThrow(() -> new IllegalArgumentException("quota " + code + " is not in the table"));
  }
}
