package io.cellwall.policies.crossguard;

import static io.cellwall.policies.crossguard.EngineCalls.STACK;
import static io.cellwall.policies.crossguard.EngineCalls.provider;
import static io.cellwall.policies.crossguard.EngineCalls.resource;
import static io.cellwall.policies.crossguard.EngineCalls.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;
import pulumirpc.AnalyzerOuterClass.AnalyzerStackConfigureRequest;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/** What an engine expects of every policy pack, asked of this one. */
class ConformanceTest {

  private static final Path ROOT = Path.of(System.getProperty("cellwall.root"));

  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private static final AnalyzeRequest OWN_VPC = vpc("10.16.0.0/16");
  private static final AnalyzeRequest OTHERS_VPC = vpc("10.18.0.0/18");

  private Server server;
  private ManagedChannel channel;
  private AnalyzerGrpc.AnalyzerBlockingStub engine;

  @BeforeEach
  void start() throws IOException {
    startWith(TODAY);
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void simple_a_resource_should_pass_or_be_blocked_by_name() {
    engine.configureStack(EngineCalls.stack(false));

    assertThat(analyze(provider())).isEmpty();
    assertThat(analyze(OWN_VPC)).isEmpty();
    assertThat(analyze(OTHERS_VPC.toBuilder().setName("b").setUrn(OWN_VPC.getUrn() + "b").build()))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              assertThat(each.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
              assertThat(each.getUrn()).isEqualTo(OWN_VPC.getUrn() + "b");
              assertThat(each.getPolicyPackName()).isEqualTo("cellwall");
            });
  }

  @Test
  void dry_run_a_value_that_is_not_known_may_wait_in_a_preview_and_nowhere_else()
      throws IOException {
    AnalyzeRequest unknown =
        resource(
            "aws:ec2/subnet:Subnet",
            "one",
            Struct.newBuilder()
                .putFields("vpcId", text(EngineCalls.UNKNOWN))
                .putFields("cidrBlock", text("10.16.1.0/24")));
    engine.configureStack(EngineCalls.stack(true));
    analyze(provider());
    assertThat(analyze(unknown)).isEmpty();

    stop();
    startWith(TODAY);
    engine.configureStack(EngineCalls.stack(false));
    analyze(provider());
    assertThat(analyze(unknown))
        .extracting(AnalyzeDiagnostic::getPolicyName)
        .contains("UnknownValue");
  }

  @Test
  void config_what_changes_nothing_should_be_taken() {
    assertThat(
            engine.configure(
                configuration("all", EnforcementLevel.MANDATORY, Struct.getDefaultInstance())))
        .isEqualTo(Empty.getDefaultInstance());
  }

  @Test
  void config_a_rule_that_the_pack_does_not_have_should_be_refused() {
    assertThatThrownBy(
            () ->
                engine.configure(
                    configuration(
                        "ForeignRefrence",
                        EnforcementLevel.MANDATORY,
                        Struct.getDefaultInstance())))
        .hasMessageEndingWith("\n  ForeignRefrence is no rule of this pack");
  }

  @Test
  void config_schema_no_rule_should_have_one_and_properties_should_be_refused() {
    assertThat(engine.getAnalyzerInfo(Empty.getDefaultInstance()).getPoliciesList())
        .noneMatch(policy -> policy.hasConfigSchema());
    assertThatThrownBy(
            () ->
                engine.configure(
                    configuration(
                        "ForeignReference",
                        EnforcementLevel.MANDATORY,
                        Struct.newBuilder().putFields("allow", text("*")).build())))
        .hasMessageEndingWith(
            "\n  ForeignReference takes no properties: all that it needs is in the inventory");
  }

  @Test
  void enforcement_no_level_but_mandatory_should_be_taken() {
    for (EnforcementLevel level :
        List.of(EnforcementLevel.ADVISORY, EnforcementLevel.DISABLED, EnforcementLevel.REMEDIATE)) {
      assertThatThrownBy(
              () -> engine.configure(configuration("all", level, Struct.getDefaultInstance())))
          .hasMessageStartingWith("FAILED_PRECONDITION")
          .hasMessageEndingWith("; it must be mandatory");
    }
  }

  @Test
  void remediate_nothing_should_be_changed() {
    engine.configureStack(EngineCalls.stack(false));
    analyze(provider());
    assertThat(engine.remediate(OTHERS_VPC).getRemediationsList()).isEmpty();
    assertThat(analyze(OTHERS_VPC)).isNotEmpty();
  }

  @Test
  void stack_config_the_inventory_should_be_the_one_that_it_names() {
    Path nowhere = ROOT.resolve("nowhere");
    AnalyzerStackConfigureRequest request =
        EngineCalls.stack(true).toBuilder()
            .putConfig("cellwall:inventory", nowhere.toString())
            .putConfig("cellwall:token", "s3cr3t")
            .addConfigSecretKeys("cellwall:token")
            .build();
    assertThatThrownBy(() -> engine.configureStack(request))
        .hasMessageContaining("the inventory " + nowhere + " is not valid")
        .message()
        .doesNotContain("s3cr3t");
  }

  @Test
  void tags_those_of_the_stack_should_not_move_a_wall() {
    engine.configureStack(
        EngineCalls.stack(false).toBuilder().putTags("cell", "eu-west-1-cell-02").build());
    analyze(provider());
    assertThat(analyze(OWN_VPC)).isEmpty();
  }

  @Test
  void analyze_stack_should_ask_nothing_of_an_empty_one() {
    engine.configureStack(EngineCalls.stack(true));
    assertThat(engine.analyzeStack(AnalyzeStackRequest.getDefaultInstance()).getDiagnosticsList())
        .isEmpty();
  }

  @Test
  void resource_metadata_options_should_be_judged() {
    engine.configureStack(EngineCalls.stack(false));
    analyze(provider());
    AnalyzeRequest kept =
        OWN_VPC.toBuilder()
            .setOptions(
                AnalyzerResourceOptions.newBuilder()
                    .setProtect(true)
                    .addIgnoreChanges("cidrBlock")
                    .addAliases("urn:pulumi:eu-west-1-cell-02::cellwall::aws:ec2/vpc:Vpc::main"))
            .build();
    assertThat(analyze(kept))
        .extracting(AnalyzeDiagnostic::getPolicyName)
        .containsExactlyInAnyOrder("IgnoredBoundary", "ForeignAlias");
  }

  @Test
  void a_call_that_never_ends_should_be_an_error() throws IOException {
    // GIVEN a clock that never tells the time
    CountDownLatch never = new CountDownLatch(1);
    stop();
    startWith(new StoppedClock(never), "-deadline=1");

    // THEN what needs it is given up
    assertThatThrownBy(
            () -> {
              engine.configureStack(EngineCalls.stack(false));
              analyze(provider());
              analyze(OTHERS_VPC);
            })
        .hasMessage(
            "DEADLINE_EXCEEDED: Cellwall's policy pack did not decide within 1 s, so nothing passes");
  }

  private static final class StoppedClock extends Clock {

    private final CountDownLatch never;

    StoppedClock(CountDownLatch never) {
      this.never = never;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      try {
        never.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return Instant.EPOCH;
    }
  }

  private void startWith(Clock clock, String... options) throws IOException {
    server = PolicyPack.start(PackOptions.parse(ROOT, options), clock);
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    engine = AnalyzerGrpc.newBlockingStub(channel);
  }

  private static ConfigureAnalyzerRequest configuration(
      String rule, EnforcementLevel level, Struct properties) {
    return ConfigureAnalyzerRequest.newBuilder()
        .putPolicyConfig(
            rule,
            PolicyConfig.newBuilder().setEnforcementLevel(level).setProperties(properties).build())
        .build();
  }

  private static AnalyzeRequest vpc(String cidr) {
    return resource(
        "aws:ec2/vpc:Vpc", STACK, Struct.newBuilder().putFields("cidrBlock", text(cidr)));
  }

  private List<AnalyzeDiagnostic> analyze(AnalyzeRequest request) {
    return engine.analyze(request).getDiagnosticsList();
  }
}
