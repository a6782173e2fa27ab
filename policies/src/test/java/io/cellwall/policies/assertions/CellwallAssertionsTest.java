package io.cellwall.policies.assertions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.TestFleet;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.finding.Source;
import io.cellwall.regions.finding.Waiver;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class CellwallAssertionsTest {

  private static final String KEY = "arn:aws:kms:eu-west-1:111111111102:key/k";
  private static final String ALIAS =
      "urn:pulumi:eu-west-1-cell-01::acme::aws:kms/alias:Alias::leak";

  @Test
  void should_pass_a_stack_that_keeps_to_itself() {
    ResourceGraph graph = capture(context -> {});

    assertThatCode(
            () ->
                CellwallAssertions.assertThat(graph).in(TestFleet.inventory()).crossesNoBoundary())
        .doesNotThrowAnyException();
  }

  @Test
  void should_fail_readably_on_a_stack_that_does_not() {
    ResourceGraph graph = capture(CellwallAssertionsTest::leak);

    assertThatThrownBy(
            () ->
                CellwallAssertions.assertThat(graph).in(TestFleet.inventory()).crossesNoBoundary())
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            """
            Expected eu-west-1-cell-01 to cross no boundary, but found 1 thing that may:
            violation ForeignReference
                fix: name a resource that this stack declares, by wiring its output; what another \
            stack must know of is a fact of the inventory
                %1$s
                    targetKeyId holds the ARN %2$s, which belongs to cell eu-west-1-cell-02 of zone \
            eu; it must name only what eu-west-1-cell-01 itself declares
                    path: %1$s -> targetKeyId -> %2$s -> cell eu-west-1-cell-02 of zone eu"""
                .formatted(ALIAS, KEY));
  }

  @Test
  void should_say_whether_the_right_rule_blocks_the_right_resource() {
    BoundaryAssert leak =
        CellwallAssertions.assertThat(capture(CellwallAssertionsTest::leak))
            .in(TestFleet.inventory());

    assertThatCode(() -> leak.isBlockedBy("ForeignReference", "leak")).doesNotThrowAnyException();
    assertThatThrownBy(() -> leak.isBlockedBy("MissingTags", "leak"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "Expected MissingTags to block leak of eu-west-1-cell-01, but found\nviolation");
  }

  @Test
  void should_let_stand_what_is_waived() {
    Waiver waiver =
        new Waiver(
            "eu-west-1-cell-01",
            "ForeignReference",
            ALIAS,
            "being moved",
            "jo",
            "SEC-12",
            LocalDate.of(2026, 12, 31),
            Source.ofFile("w"));
    Clock clock = Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC);

    assertThatCode(
            () ->
                CellwallAssertions.assertThat(capture(CellwallAssertionsTest::leak))
                    .in(TestFleet.inventory())
                    .waiving(List.of(waiver), clock)
                    .crossesNoBoundary())
        .doesNotThrowAnyException();
  }

  private static void leak(Provider provider) {
    new Alias(
        "leak",
        AliasArgs.builder().targetKeyId(KEY).build(),
        CustomResourceOptions.builder().provider(provider).build());
  }

  private static ResourceGraph capture(Consumer<Provider> more) {
    Consumer<Context> program =
        context ->
            more.accept(
                new Provider(
                    "home",
                    ProviderArgs.builder()
                        .region("eu-west-1")
                        .allowedAccountIds("111111111101")
                        .build()));
    return StackCapture.capture("acme", "eu-west-1-cell-01", program);
  }
}
