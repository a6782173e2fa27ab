package io.cellwall.regions.quotas;

import io.cellwall.regions.model.QuotaCode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Compares what is needed with what the accounts have.
 *
 * @param table AWS's defaults
 * @param approved what the inventory says was granted instead
 */
public record QuotaComparison(QuotaTable table, ApprovedQuotas approved) {

  private record Counted(String account, String region, QuotaCode code) {}

  /**
   * A verdict for each account, region and quota, in this order. Of several needs that are counted
   * apart, such as those of several VPCs, the largest decides.
   *
   * @throws IllegalArgumentException if a need is of a quota that the table does not have
   */
  public List<QuotaVerdict> compare(List<QuotaNeed> needs) {
    return needs.stream().collect(Collectors.groupingBy(this::counted)).values().stream()
        .map(same -> same.stream().max(Comparator.comparingLong(QuotaNeed::count)).orElseThrow())
        .sorted()
        .map(this::judge)
        .toList();
  }

  private Counted counted(QuotaNeed need) {
    return new Counted(need.account().value(), need.region().code(), need.code());
  }

  private QuotaVerdict judge(QuotaNeed need) {
    Quota quota = quota(need.code());
    Optional<Long> granted = approved.find(need.account(), need.code());
    return new QuotaVerdict(
        need,
        quota,
        granted.orElseGet(() -> quota.defaultIn(need.region())),
        granted.isPresent(),
        approved.placeOf(need.account()));
  }

  private Quota quota(QuotaCode code) {
    return table
        .find(code)
        .orElseThrow(() -> new IllegalArgumentException("quota " + code + " is not in the table"));
  }
}
