package io.cellwall.regions.quotas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.regions.model.QuotaCode;
import io.cellwall.regions.model.Region;
import org.junit.jupiter.api.Test;

class QuotaTableTest {

  private static final String ROW =
      """
      {"code": "L-F678F1CE", "service": "vpc", "name": "VPCs per Region", "scope": "region",
       "default": 5, "regions": {"ap-south-1": 3}, "adjustable": true, "source": "https://a.example"}""";

  private static String document(String rows) {
    return "{\"schemaVersion\": 1, \"date\": \"2026-11-23\", \"quotas\": [" + rows + "]}";
  }

  @Test
  void should_have_a_default_and_a_source_for_each_published_quota() {
    assertThat(QuotaTable.published().quotas().values())
        .hasSizeGreaterThan(40)
        .allSatisfy(
            quota -> {
              assertThat(quota.usual()).isPositive();
              assertThat(quota.source().getHost()).isEqualTo("docs.aws.amazon.com");
            });
  }

  @Test
  void should_take_the_default_of_the_region_where_it_differs() {
    // WHEN
    Quota quota = QuotaTable.parse(document(ROW)).find(QuotaCode.parse("L-F678F1CE")).orElseThrow();

    // THEN
    assertThat(quota.defaultIn(Region.parse("eu-west-1"))).isEqualTo(5);
    assertThat(quota.defaultIn(Region.parse("ap-south-1"))).isEqualTo(3);
    assertThat(quota.scope()).isEqualTo(QuotaScope.REGION);
  }

  @Test
  void should_refuse_what_the_format_does_not_have() {
    assertThatThrownBy(() -> QuotaTable.parse(document(ROW + "," + ROW)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quota L-F678F1CE is there twice");
    assertThatThrownBy(() -> QuotaTable.parse(document(ROW.replace("5", "\"5\""))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(
            "line 2, column 13: quotas[0].default: Cannot coerce String value (\"5\")");
    assertThatThrownBy(() -> QuotaTable.parse(document(ROW.replace("\"adjustable\": true,", ""))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "line 2, column 76: quotas[0].adjustable: Missing creator property 'adjustable'");
    assertThatThrownBy(() -> QuotaTable.parse(document(ROW.replace("5,", "5, \"most\": 9,"))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quotas[0].most: Unrecognized property \"most\"");
    assertThatThrownBy(() -> QuotaTable.parse(document("").replace("1,", "2,")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("schemaVersion is 2; it must be 1");
  }
}
