package io.cellwall.policies.iam.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.iam.action.ActionCatalogue;
import io.cellwall.policies.iam.glob.Glob;
import io.cellwall.policies.iam.glob.GlobRegion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PowersTest {

  static Stream<String> patterns() {
    return Stream.concat(
            Stream.of(Powers.ASSUME, Powers.OVER_IDENTITIES, Powers.TAKE_OVER, Powers.OPEN)
                .flatMap(List::stream),
            Powers.RUN.values().stream().flatMap(List::stream))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("patterns")
  void should_name_actions_that_exist(String pattern) {
    GlobRegion region = GlobRegion.of(List.of(Glob.parse(pattern.toLowerCase(Locale.ROOT))));
    assertThat(ActionCatalogue.bundled().matching(region).isEmpty()).as(pattern).isFalse();
  }
}
