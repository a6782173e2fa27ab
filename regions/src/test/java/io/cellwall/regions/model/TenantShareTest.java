package io.cellwall.regions.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TenantShareTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0%",
    "0, 7, 0%",
    "7, 7, 100%",
    "1, 3, 33.34%",
    "2, 3, 66.67%",
    "1, 1000000000, 0.01%",
    "100000, 1000000, 10%",
    // One user above a tenth must not read as a tenth.
    "100001, 1000000, 10.01%"
  })
  void should_round_up_when_printed(long users, long all, String printed) {
    assertThat(TenantShare.of(users, all)).hasToString(printed);
  }

  @Test
  void should_round_down_to_whole_users() {
    assertThat(TenantShare.parse("10%").usersOf(1_000_000)).isEqualTo(100_000);
    assertThat(TenantShare.parse("33.33%").usersOf(10)).isEqualTo(3);
    assertThat(TenantShare.parse("100%").usersOf(Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(TenantShare.parse("0.01%").usersOf(9_999)).isZero();
  }

  @Test
  void should_hold_users_at_the_limit_and_not_one_more() {
    // GIVEN
    TenantShare limit = TenantShare.parse("10%");

    // WHEN / THEN
    assertThat(TenantShare.of(100_000, 1_000_000)).isEqualByComparingTo(limit);
    assertThat(TenantShare.of(100_001, 1_000_000)).isGreaterThan(limit);
  }

  @Test
  void should_count_the_users_of_the_largest_fleets() {
    assertThat(TenantShare.of(500_000_000_000_000_000L, 1_000_000_000_000_000_000L))
        .hasToString("50%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "10", "10 %", "-1%", "101%", "999%", "1.234%", "ten%", ".5%", "100.01%"})
  void should_refuse_what_is_not_a_share(String text) {
    assertThatThrownBy(() -> TenantShare.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("\"" + text + "\" is not a share: write a percentage such as 10%");
  }
}
