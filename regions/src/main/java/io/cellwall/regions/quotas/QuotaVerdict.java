package io.cellwall.regions.quotas;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * Whether an account has enough of a quota.
 *
 * @param need what is needed
 * @param quota the quota
 * @param limit what the account has
 * @param approved whether the inventory records it; else it is AWS's default
 * @param place where the inventory records grants to the account, if it does
 */
public record QuotaVerdict(
    QuotaNeed need, Quota quota, long limit, boolean approved, Optional<String> place) {

  /** Tells whether more is needed than the account has. */
  public boolean isShort() {
    return need.count() > limit;
  }

  /** The shortfall as a finding, with the way to mend it. */
  public Optional<Finding> finding() {
    if (!isShort()) {
      return Optional.empty();
    }
    String of = need.subject().isEmpty() ? "" : " for " + need.subject();
    String where = quota.scope() == QuotaScope.ACCOUNT ? "" : " in " + need.region();
    return Optional.of(
        new Finding(
            "QuotaShort",
            Severity.VIOLATION,
            "account " + need.account() + where,
            "%s (%s) must be %d%s; the account has %d, %s"
                .formatted(
                    quota.name(),
                    quota.code(),
                    need.count(),
                    of,
                    limit,
                    approved ? "which the inventory says is approved" : "AWS's default"),
            hint(),
            List.of(),
            Optional.empty()));
  }

  private String hint() {
    if (!quota.adjustable()) {
      return "AWS does not raise this quota: use fewer, or divide the stack. " + quota.source();
    }
    return ("aws service-quotas request-service-quota-increase --service-code %s --quota-code %s"
            + " --desired-value %d --region %s%s")
        .formatted(
            quota.service(),
            quota.code(),
            need.count(),
            requestRegion(),
            place
                .map(
                    at ->
                        "; once approved, record %s: %d in %s"
                            .formatted(quota.code(), need.count(), at))
                .orElse(""));
  }

  // Quotas of the whole account are asked for where the partition keeps its global services.
  // https://docs.aws.amazon.com/servicequotas/latest/userguide/request-quota-increase.html
  private String requestRegion() {
    if (quota.scope() != QuotaScope.ACCOUNT) {
      return need.region().code();
    }
    return switch (need.region().partition()) {
      case "aws" -> "us-east-1";
      case "aws-us-gov" -> "us-gov-west-1";
      default -> need.region().code();
    };
  }
}
