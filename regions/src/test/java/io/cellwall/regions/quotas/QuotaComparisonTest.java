package io.cellwall.regions.quotas;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.AccountId;
import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class QuotaComparisonTest {

  private static final AccountId ACCOUNT = AccountId.parse("111111111111");
  private static final Region REGION = Region.parse("eu-west-1");
  private static final QuotaCode ADDRESSES = QuotaCode.parse("L-0263D0A3");
  private static final QuotaCode ROLES = QuotaCode.parse("L-FE177D64");
  private static final QuotaCode SUBNETS = QuotaCode.parse("L-407747CB");

  private static QuotaNeed need(QuotaCode code, String subject, long count) {
    return new QuotaNeed(ACCOUNT, REGION, code, subject, count);
  }

  private static List<QuotaVerdict> compare(Map<QuotaCode, Long> approved, QuotaNeed... needs) {
    ApprovedQuotas grants =
        new ApprovedQuotas(
            Map.of(
                ACCOUNT,
                List.of(
                    new ApprovedQuotas.Grant(
                        "cells/x.yaml, approvedQuotas",
                        Region.parse("eu-west-1"),
                        new TreeMap<>(approved)))));
    return new QuotaComparison(QuotaTable.published(), grants).compare(List.of(needs));
  }

  @Test
  void should_be_enough_up_to_the_default() {
    assertThat(compare(Map.of(), need(ADDRESSES, "", 5)))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.isShort()).isFalse();
              assertThat(verdict.finding()).isEmpty();
              assertThat(verdict.limit()).isEqualTo(5);
              assertThat(verdict.approved()).isFalse();
            });
  }

  @Test
  void should_say_how_to_ask_for_more_than_the_default() {
    // WHEN
    Finding finding = compare(Map.of(), need(ADDRESSES, "", 6)).get(0).finding().orElseThrow();

    // THEN
    assertThat(finding.rule()).isEqualTo("QuotaShort");
    assertThat(finding.blocks()).isTrue();
    assertThat(finding.subject()).isEqualTo("account 111111111111 in eu-west-1");
    assertThat(finding.message())
        .isEqualTo("EC2-VPC Elastic IPs (L-0263D0A3) must be 6; the account has 5, AWS's default");
    assertThat(finding.hint())
        .isEqualTo(
            "aws service-quotas request-service-quota-increase --service-code ec2 --quota-code"
                + " L-0263D0A3 --desired-value 6 --region eu-west-1; once approved, record"
                + " L-0263D0A3: 6 in cells/x.yaml, approvedQuotas");
  }

  @Test
  void should_ask_for_a_quota_of_the_account_in_the_region_of_global_services() {
    // WHEN
    Finding finding = compare(Map.of(), need(ROLES, "", 1_001)).get(0).finding().orElseThrow();

    // THEN
    assertThat(finding.subject()).isEqualTo("account 111111111111");
    assertThat(finding.hint()).contains("--region us-east-1;");
  }

  @Test
  void should_take_what_was_approved_instead_of_the_default() {
    assertThat(compare(Map.of(ADDRESSES, 10L), need(ADDRESSES, "", 10)))
        .allMatch(verdict -> verdict.approved() && !verdict.isShort() && verdict.limit() == 10);
    assertThat(compare(Map.of(ADDRESSES, 3L), need(ADDRESSES, "", 4)))
        .allMatch(QuotaVerdict::isShort);
  }

  @Test
  void should_add_up_over_regions_what_is_counted_for_the_whole_account() {
    // GIVEN
    QuotaNeed here = need(ROLES, "", 600);
    QuotaNeed there = new QuotaNeed(ACCOUNT, Region.parse("eu-central-1"), ROLES, "", 600);

    // WHEN / THEN
    assertThat(compare(Map.of(), here, there))
        .singleElement()
        .satisfies(
            verdict -> {
              assertThat(verdict.need().count()).isEqualTo(1_200);
              assertThat(verdict.isShort()).isTrue();
            });
    assertThat(
            compare(
                Map.of(),
                need(ADDRESSES, "", 4),
                new QuotaNeed(ACCOUNT, Region.parse("eu-central-1"), ADDRESSES, "", 4)))
        .hasSize(2)
        .noneMatch(QuotaVerdict::isShort);
  }

  @Test
  void should_judge_the_largest_of_several_that_are_counted_apart() {
    // WHEN
    List<QuotaVerdict> verdicts =
        compare(Map.of(), need(SUBNETS, "VPC a", 12), need(SUBNETS, "VPC b", 201));

    // THEN
    assertThat(verdicts)
        .singleElement()
        .satisfies(
            verdict ->
                assertThat(verdict.finding().orElseThrow().message())
                    .isEqualTo(
                        "Subnets per VPC (L-407747CB) must be 201 for VPC b; the account has 200,"
                            + " AWS's default"));
  }
}
