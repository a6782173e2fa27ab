package io.cellwall.controlplane;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StackName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awscdk.App;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Template;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The templates. One app, as starting Node takes longest: `cdk synth` of one stack of each kind.
 */
@Tag("node")
class ControlPlaneStackTest {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private static final List<String> KINDS =
      List.of(
          "eu-west-1-cell-03", "eu-central-1-cell-01", "edge-eu-west-1", "edge-eu", "global-edge");

  /** A cell with few types, whose template can be read. */
  private static final String SMALL = "eu-north-1-cell-01";

  /**
   * What CloudFormation takes without a bucket to put it in first, of which there is none.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">Quotas</a>
   */
  private static final int LONGEST_TEMPLATE = 51_200;

  @TempDir private static Path out;

  private static final Map<String, Template> TEMPLATES = new TreeMap<>();
  private static final Map<String, String> TEXTS = new TreeMap<>();
  private static String assembly = "";

  @BeforeAll
  static void synth() throws IOException {
    App app = ExampleStacks.app(out);
    List<ControlPlaneStack> stacks = new ArrayList<>();
    for (String kind : KINDS) {
      stacks.add(new ControlPlaneStack(app, ExampleStacks.plan(kind)));
    }
    stacks.add(
        new ControlPlaneStack(
            app,
            ControlPlanePlan.of(
                ExampleStacks.inventory(),
                StackName.parse(SMALL),
                new TreeSet<>(
                    List.of(
                        "aws:ecr/repository:Repository",
                        "aws:eks/cluster:Cluster",
                        "aws:iam/role:Role",
                        "aws:sqs/queue:Queue")))));
    app.synth();
    for (ControlPlaneStack stack : stacks) {
      String name = stack.getStackName().substring("control-plane-".length());
      TEMPLATES.put(name, Template.fromStack(stack));
      TEXTS.put(name, Files.readString(out.resolve(stack.getTemplateFile())));
    }
    assembly = Files.readString(out.resolve("manifest.json"));
  }

  private static Template template(String stack) {
    return requireNonNull(TEMPLATES.get(stack));
  }

  private static String text(String stack) {
    return requireNonNull(TEXTS.get(stack));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Key", "Store", "Roles", "Pipeline", "Registry", "Watch"})
  void should_declare_each_part_as_reviewed(String part) throws IOException {
    Map<String, JsonNode> declared = new TreeMap<>();
    JSON.readTree(text(SMALL))
        .get("Resources")
        .properties()
        .forEach(
            resource -> {
              if (resource.getKey().startsWith(part)) {
                declared.put(resource.getKey(), resource.getValue());
              }
            });

    GoldenFile.assertMatches(part + ".json", JSON.writeValueAsString(declared) + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eu-west-1-cell-03",
        "eu-central-1-cell-01",
        "edge-eu-west-1",
        "edge-eu",
        "global-edge"
      })
  void should_fit_into_what_cloudformation_takes_without_a_bucket(String stack) {
    assertThat(text(stack).length()).isLessThanOrEqualTo(LONGEST_TEMPLATE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eu-west-1-cell-03",
        "eu-central-1-cell-01",
        "edge-eu-west-1",
        "edge-eu",
        "global-edge"
      })
  void should_need_no_bootstrap_and_no_other_stack(String stack) {
    assertThat(text(stack))
        .doesNotContain("CDKMetadata", "BootstrapVersion", "Fn::ImportValue", "cdk-hnb659fds");
    template(stack).templateMatches(Map.of("Parameters", Match.absent()));
  }

  @Test
  void should_name_account_and_region_of_each_stack_and_protect_it() {
    assertThat(assembly)
        .contains("aws://206626436606/eu-west-1", "aws://972281866201/us-east-1")
        .doesNotContain("unknown-account", "unknown-region", "\"assets\"");
    JSON.readTree(assembly)
        .get("artifacts")
        .properties()
        .forEach(
            artifact -> {
              if (artifact
                  .getValue()
                  .path("type")
                  .asString("")
                  .equals("aws:cloudformation:stack")) {
                assertThat(
                        artifact
                            .getValue()
                            .at("/properties/terminationProtection")
                            .asBoolean(false))
                    .as(artifact.getKey())
                    .isTrue();
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eu-west-1-cell-03",
        "eu-central-1-cell-01",
        "edge-eu-west-1",
        "edge-eu",
        "global-edge"
      })
  void should_say_in_the_template_no_account_that_the_plan_does_not(String stack) {
    StackHome home = StackHome.of(ExampleStacks.inventory(), StackName.parse(stack));

    assertThat(
            Pattern.compile("(?<![0-9A-Za-z])\\d{12}(?![0-9A-Za-z])")
                .matcher(text(stack))
                .results())
        .extracting(MatchResult::group)
        .containsOnly(home.account().value());
  }

  @Test
  void should_keep_state_and_keys_when_the_stack_goes() {
    for (String type : List.of("AWS::S3::Bucket", "AWS::KMS::Key", "AWS::Logs::LogGroup")) {
      template("eu-west-1-cell-03")
          .allResources(type, Map.of("DeletionPolicy", "Retain", "UpdateReplacePolicy", "Retain"));
    }
  }

  @Test
  void should_ask_a_person_for_edges_and_not_for_cells() {
    assertThat(text("edge-eu")).contains("\"Provider\":\"Manual\"");
    assertThat(text("eu-west-1-cell-03")).doesNotContain("\"Provider\":\"Manual\"");
  }

  @Test
  void should_make_a_trail_only_where_the_stack_has_none() {
    template("eu-west-1-cell-03").resourceCountIs("AWS::CloudTrail::Trail", 0);
    template("edge-eu-west-1").resourceCountIs("AWS::CloudTrail::Trail", 1);
    template("edge-eu").resourceCountIs("AWS::CloudTrail::Trail", 1);
    template("global-edge").resourceCountIs("AWS::CloudTrail::Trail", 1);
  }

  @Test
  void should_run_one_execution_and_one_build_at_a_time() {
    template("eu-west-1-cell-03")
        .hasResourceProperties(
            "AWS::CodePipeline::Pipeline", Map.of("PipelineType", "V2", "ExecutionMode", "QUEUED"));
    template("eu-west-1-cell-03")
        .allResourcesProperties("AWS::CodeBuild::Project", Map.of("ConcurrentBuildLimit", 1));
  }

  @Test
  void should_bound_every_role() {
    Map<String, Map<String, Object>> roles =
        template("eu-west-1-cell-03")
            .findResources(
                "AWS::IAM::Role",
                Map.of("Properties", Map.of("PermissionsBoundary", Match.anyValue())));
    assertThat(roles)
        .hasSize(5)
        .isEqualTo(template("eu-west-1-cell-03").findResources("AWS::IAM::Role"));
  }
}
