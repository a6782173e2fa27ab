package io.cellwall.policies.cdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.policies.judge.TestFleet;
import io.cellwall.regions.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awscdk.Acknowledgment;
import software.amazon.awscdk.App;
import software.amazon.awscdk.BootstraplessSynthesizer;
import software.amazon.awscdk.CfnResource;
import software.amazon.awscdk.CfnResourceProps;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.StackProps;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.Validations;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A crossing of each family of rules is blocked at synth, and its benign twin passes. */
@Tag("node")
class CellwallValidationPluginTest {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String CELL = "eu-west-1-cell-01";

  private final CellwallValidationPlugin plugin =
      new CellwallValidationPlugin(TestFleet.inventory());

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void should_block_a_crossing_of_each_family_at_synth(String family, JsonNode each) {
    App app = app(each, each.path("type").asString(), each.path("mutant"));

    assertThatThrownBy(app::synth)
        .hasMessageContaining("Validation failed");
    assertThat(plugin.blocked()).isTrue();
    assertThat(plugin.findings())
        .filteredOn(Finding::blocks)
        .extracting(Finding::rule)
        .as("what is found of the %s family", family)
        .contains(each.path("rule").asString());
    assertThat(plugin.findings())
        .filteredOn(Finding::blocks)
        .extracting(Finding::subject)
        .allMatch(subject -> subject.endsWith("::Subject"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void should_let_its_benign_twin_pass(String family, JsonNode each) {
    String type = each.path("type").asString();
    App app = app(each, each.path("twinType").asString(type), each.path("twin"));

    app.synth();

    assertThat(plugin.findings()).as("what is found of the %s family", family).isEmpty();
    assertThat(plugin.blocked()).isFalse();
  }

  @Test
  void should_say_rule_resource_path_and_fix_in_the_report() throws IOException {
    App app = app(families().get(0), "AWS::EC2::VPCPeeringConnection", first().path("mutant"));

    assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");

    JsonNode report = JSON.readTree(Files.readString(folder.resolve("validation-report.json")));
    JsonNode violation =
        report.path("pluginReports").path(0).path("violations").path(0);
    assertThat(report.path("pluginReports").path(0).path("pluginName").asString())
        .isEqualTo("cellwall");
    assertThat(violation.path("ruleName").asString()).isEqualTo("ForeignAccount");
    assertThat(violation.path("description").asString())
        .isEqualTo(
            "peerOwnerId holds the account 111111111102, which belongs to cell eu-west-1-cell-02 of zone eu; it must be 111111111101, the account of this stack");
    assertThat(violation.path("suggestedFix").asString()).isNotEmpty();
    assertThat(violation.toString()).contains("Subject", "peerOwnerId -> 111111111102");
  }

  @Test
  void should_not_be_silenced_by_an_acknowledgement_in_the_app() throws IOException {
    App app = app(first(), "AWS::EC2::VPCPeeringConnection", first().path("mutant"));
    Validations.of(app)
        .acknowledge(
            Acknowledgment.builder()
                .id("cellwall::ForeignAccount")
                .reason("it was always so")
                .build());

    assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");
  }

  @Test
  void should_block_a_stack_that_the_inventory_does_not_have() {
    App app = App.Builder.create().outdir(folder.toString()).build();
    Validations.of(app).addPlugins(plugin);
    new CfnResource(
        new Stack(app, "nobody"),
        "Subject",
        CfnResourceProps.builder().type("AWS::SQS::Queue").build());

    assertThatThrownBy(app::synth).hasMessageContaining("Validation failed");

    assertThat(plugin.findings())
        .extracting(Finding::message)
        .containsExactly(
            "the inventory has no stack \"nobody\"; a stack must be a cell or an edge of it");
  }

  private App app(JsonNode each, String type, JsonNode properties) {
    App app = App.Builder.create().outdir(folder.toString()).analyticsReporting(false).build();
    Validations.of(app).addPlugins(plugin);
    Stack stack =
        new Stack(
            app,
            CELL,
            StackProps.builder()
                .env(Environment.builder().account("111111111101").region("eu-west-1").build())
                .synthesizer(new BootstraplessSynthesizer())
                .build());
    Tags.of(stack).add("cell", CELL);
    Tags.of(stack).add("zone", "eu");
    each.path("beside")
        .properties()
        .forEach(
            beside ->
                declare(
                    stack,
                    beside.getKey(),
                    beside.getValue().path("Type").asString(),
                    beside.getValue().path("Properties")));
    declare(stack, "Subject", type, properties);
    return app;
  }

  private static void declare(Stack stack, String id, String type, JsonNode properties) {
    Map<String, Object> values = new HashMap<>();
    properties
        .properties()
        .forEach(p -> values.put(p.getKey(), JSON.convertValue(p.getValue(), Object.class)));
    new CfnResource(
        stack,
        id,
        CfnResourceProps.builder().type(type).properties(values).build());
  }

  private static JsonNode first() throws IOException {
    return families().get(0);
  }

  private static List<JsonNode> families() throws IOException {
    Path file =
        Path.of(
            System.getProperty("cellwall.root", ".."),
            "policies/src/test/resources/cdk/families.json");
    return JSON.readTree(Files.readString(file)).valueStream().toList();
  }

  static Stream<Arguments> cases() throws IOException {
    return families().stream().map(each -> Arguments.of(each.path("family").asString(), each));
  }
}
