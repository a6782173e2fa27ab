package io.cellwall.regions.quotas;

import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import java.util.Comparator;

/**
 * How much of a quota something needs.
 *
 * @param account whose quota it is
 * @param region where it is needed; for a quota of the whole account, where the need was found
 * @param code the quota
 * @param subject the availability zone or resource that it is counted for; empty for the account or
 *     region as a whole
 * @param count how many
 */
public record QuotaNeed(
    AccountId account, Region region, QuotaCode code, String subject, long count)
    implements Comparable<QuotaNeed> {

  private static final Comparator<QuotaNeed> ORDER =
      Comparator.comparing(QuotaNeed::account)
          .thenComparing(QuotaNeed::region)
          .thenComparing(QuotaNeed::code)
          .thenComparing(QuotaNeed::subject)
          .thenComparingLong(QuotaNeed::count);

  @Override
  public int compareTo(QuotaNeed other) {
    return ORDER.compare(this, other);
  }
}
