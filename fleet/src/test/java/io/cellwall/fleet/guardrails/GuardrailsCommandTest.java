package io.cellwall.fleet.guardrails;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.CommandRun;
import io.cellwall.fleet.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class GuardrailsCommandTest {

  @TempDir Path folder;

  private static CommandRun guardrails(String... more) {
    return CommandRun.of(
        Stream.concat(Stream.of("guardrails", "--inventory", CommandRun.INVENTORY), Stream.of(more))
            .toArray(String[]::new));
  }

  @Test
  void should_show_what_is_to_be_attached_where() {
    // WHEN
    CommandRun run = guardrails("--stack", "eu-west-1-cell-01");
    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    assertThat(run.out().lines())
        .anyMatch(
            line ->
                line.matches(
                    "eu-west-1-cell-01-scp +account 811663940468 +[23],\\d{3} +5,120 +1\\d"))
        .anyMatch(
            line -> line.matches("eu-west-1-cell-01-rcp +account 811663940468 +\\d{3} +5,120 +2"))
        .anyMatch(
            line ->
                line.matches(
                    "eu-west-1-cell-01-endpoint +VPC endpoints of 811663940468 +\\d{3} +20,480 +3"))
        .anyMatch(line -> line.matches("MakeNoConnector +ForeignReference.*"));
    assertThat(run.out()).endsWith("Nothing written; --out DIR writes them.\n");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void should_write_every_policy_of_the_fleet_as_aws_takes_it() throws IOException {
    // WHEN
    CommandRun run = guardrails("--out", folder.toString(), "--format", "json");
    // THEN
    assertThat(run.exitCode()).isEqualTo(ExitCode.CLEAN);
    JsonNode policies = JsonMapper.shared().readTree(run.out()).path("policies");
    // 15 cells that have a stack, 7 regions' edges, 3 zones' and the global one; each three, and
    // two for each zone.
    assertThat(policies.size()).isEqualTo(26 * 3 + 3 * 2);
    for (JsonNode policy : policies) {
      String text = Files.readString(folder.resolve(policy.path("name").stringValue() + ".json"));
      assertThat(text.length())
          .isEqualTo(policy.path("characters").intValue())
          .isLessThanOrEqualTo(policy.path("longest").intValue());
      assertThat(JsonMapper.shared().readTree(text)).isEqualTo(policy.path("document"));
    }
  }

  @Test
  void should_make_the_same_twice() {
    assertThat(guardrails("--format", "json")).isEqualTo(guardrails("--format", "json"));
  }

  @Test
  void should_name_the_zones_and_stacks_there_are() {
    // WHEN
    CommandRun zone = guardrails("--zone", "mars");
    CommandRun stack = guardrails("--stack", "mars");
    CommandRun both = guardrails("--stack", "eu-*", "--zone", "eu");
    // THEN
    assertThat(List.of(zone.exitCode(), stack.exitCode(), both.exitCode()))
        .containsOnly(ExitCode.USAGE);
    assertThat(zone.err())
        .isEqualTo("cellwall: the zones of this inventory are [eu, in, us], not all of [mars]\n");
    assertThat(stack.err()).startsWith("cellwall: no stack is named \"mars\"; the stacks of");
  }

  @Test
  void should_make_those_of_a_zone_only() {
    // WHEN
    CommandRun run = guardrails("--zone", "eu", "--format", "json");
    // THEN
    JsonNode policies = JsonMapper.shared().readTree(run.out()).path("policies");
    assertThat(policies.valueStream().map(policy -> policy.path("name").stringValue()))
        .containsExactly("zone-eu-scp", "zone-eu-rcp");
  }
}
