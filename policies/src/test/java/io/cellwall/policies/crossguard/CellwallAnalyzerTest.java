package io.cellwall.policies.crossguard;

import static io.cellwall.policies.crossguard.EngineCalls.UNKNOWN;
import static io.cellwall.policies.crossguard.EngineCalls.finished;
import static io.cellwall.policies.crossguard.EngineCalls.provider;
import static io.cellwall.policies.crossguard.EngineCalls.resource;
import static io.cellwall.policies.crossguard.EngineCalls.secret;
import static io.cellwall.policies.crossguard.EngineCalls.text;
import static io.cellwall.policies.crossguard.EngineCalls.wired;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.cellwall.policies.catalogue.RuleCatalogue;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.AnalyzerGrpc;
import pulumirpc.AnalyzerOuterClass.AnalyzeDiagnostic;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerHandshakeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.ConfigureAnalyzerRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

class CellwallAnalyzerTest {

  private static final Path ROOT = Path.of(System.getProperty("cellwall.root"));

  private static final Clock TODAY =
      Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

  private static final Set<String> ONLY_SAID = Set.of("DeclaredConnector", "SharedAccount");

  private static final AnalyzeRequest VPC =
      resource(
          "aws:ec2/vpc:Vpc",
          "main",
          Struct.newBuilder().putFields("cidrBlock", text("10.16.0.0/16")));

  private Server server;
  private ManagedChannel channel;
  private AnalyzerGrpc.AnalyzerBlockingStub engine;

  @BeforeEach
  void start() throws IOException {
    // A pack that is a folder is started there, below the inventory.
    startIn(ROOT.resolve("policy-pack"));
  }

  private void startIn(Path folder) throws IOException {
    server = PolicyPack.start(PackOptions.parse(folder), TODAY);
    channel = NettyChannelBuilder.forAddress("127.0.0.1", server.getPort()).usePlaintext().build();
    engine = AnalyzerGrpc.newBlockingStub(channel);
    engine.handshake(AnalyzerHandshakeRequest.getDefaultInstance());
  }

  @AfterEach
  void stop() {
    channel.shutdownNow();
    server.shutdownNow();
  }

  @Test
  void should_answer_every_call_that_the_engine_has() {
    assertThat(
            Arrays.stream(CellwallAnalyzer.class.getDeclaredMethods())
                .map(Method::getName)
                .toList())
        .containsAll(
            Arrays.stream(AnalyzerGrpc.AsyncService.class.getDeclaredMethods())
                .map(Method::getName)
                .toList());
  }

  @Test
  void should_say_every_rule_and_enforce_whatever_blocks() {
    assertThat(engine.getAnalyzerInfo(Empty.getDefaultInstance()).getPoliciesList())
        .hasSize(RuleCatalogue.all().size())
        .allSatisfy(
            policy ->
                assertThat(policy.getEnforcementLevel())
                    .isEqualTo(
                        ONLY_SAID.contains(policy.getName())
                            ? EnforcementLevel.ADVISORY
                            : EnforcementLevel.MANDATORY));
  }

  @Test
  void should_block_a_crossing_before_it_is_made() {
    // GIVEN a deployment
    engine.configureStack(EngineCalls.stack(false));
    assertThat(analyze(provider())).isEmpty();
    assertThat(analyze(VPC)).isEmpty();

    // WHEN a peering with another cell's VPC is about to be made
    AnalyzeRequest peering =
        resource(
            "aws:ec2/vpcPeeringConnection:VpcPeeringConnection",
            "leak",
            Struct.newBuilder().putFields("peerOwnerId", text("436912312261")));

    // THEN
    assertThat(analyze(peering))
        .filteredOn(each -> each.getPolicyName().equals("ForeignAccount"))
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.getEnforcementLevel()).isEqualTo(EnforcementLevel.MANDATORY);
              assertThat(found.getUrn()).isEqualTo(peering.getUrn());
              assertThat(found.getMessage())
                  .startsWith(
                      "peerOwnerId holds the account 436912312261, which belongs to cell eu-west-1-cell-02 of zone eu; it must be 811663940468, the account of this stack [ForeignAccount-")
                  .contains(
                      "\n  path: "
                          + peering.getUrn()
                          + " -> peerOwnerId -> 436912312261 -> cell eu-west-1-cell-02 of zone eu\n")
                  .endsWith("\n  fix: use the account that the inventory gives to this stack");
            });
  }

  @Test
  void should_let_an_unknown_value_wait_for_its_proof_in_a_preview() {
    // GIVEN a preview of a subnet whose VPC does not exist yet
    engine.configureStack(EngineCalls.stack(true));
    AnalyzeRequest subnet = subnet();
    analyze(provider());
    analyze(VPC);
    assertThat(analyze(subnet)).isEmpty();

    // WHEN the stack ends with the proof that the VPC is its own
    AnalyzerResource vpc = finished(VPC, Struct.newBuilder().putFields("id", text(UNKNOWN)));
    AnalyzerResource plain = finished(subnet, Struct.newBuilder());

    // THEN
    assertThat(complete(vpc, wired(plain, "vpcId", VPC))).isEmpty();
  }

  @Test
  void should_block_an_unknown_value_that_nothing_proves() {
    // GIVEN
    engine.configureStack(EngineCalls.stack(true));
    AnalyzeRequest subnet = subnet();
    analyze(provider());
    analyze(VPC);
    analyze(subnet);

    // WHEN the stack ends without a word on where the VPC's id comes from
    List<AnalyzeDiagnostic> found =
        complete(
            finished(VPC, Struct.newBuilder().putFields("id", text(UNKNOWN))),
            finished(subnet, Struct.newBuilder()));

    // THEN
    assertThat(found)
        .extracting(
            AnalyzeDiagnostic::getPolicyName,
            AnalyzeDiagnostic::getUrn,
            AnalyzeDiagnostic::getEnforcementLevel)
        .containsExactly(tuple("UnknownValue", subnet.getUrn(), EnforcementLevel.MANDATORY));
  }

  @Test
  void should_say_a_finding_once() {
    // GIVEN a finding on arrival
    engine.configureStack(EngineCalls.stack(true));
    analyze(provider());
    AnalyzeRequest other =
        resource(
            "aws:ec2/vpc:Vpc",
            "other",
            Struct.newBuilder().putFields("cidrBlock", text("10.18.0.0/18")));
    assertThat(analyze(other)).isNotEmpty();

    // THEN the end says nothing more of it
    assertThat(complete(finished(other, Struct.newBuilder()))).isEmpty();
  }

  @Test
  void should_never_show_a_secret() {
    // GIVEN
    engine.configureStack(EngineCalls.stack(true));
    analyze(provider());

    // WHEN a secret names another cell's key
    String foreign = "arn:aws:kms:eu-west-1:436912312261:key/0b3a3c0e-1c5e-4f0e-a0d1-4b4f7a6e1c11";
    List<AnalyzeDiagnostic> found =
        analyze(
            resource(
                "aws:sqs/queue:Queue",
                "jobs",
                Struct.newBuilder().putFields("kmsMasterKeyId", secret(foreign))));

    // THEN it is found and not shown
    assertThat(found).isNotEmpty();
    assertThat(found.toString()).contains("(secret)").doesNotContain("436912312261:key");
  }

  @Test
  void should_refuse_a_configuration_that_weakens_rules() {
    // WHEN one rule is made advisory, another is switched off, and one stays as it is
    ConfigureAnalyzerRequest request =
        ConfigureAnalyzerRequest.newBuilder()
            .putPolicyConfig("ForeignReference", level(EnforcementLevel.ADVISORY))
            .putPolicyConfig("ForeignAccount", level(EnforcementLevel.DISABLED))
            .putPolicyConfig("MissingTags", level(EnforcementLevel.MANDATORY))
            .putPolicyConfig("DeclaredConnector", level(EnforcementLevel.ADVISORY))
            .build();

    // THEN
    assertThatThrownBy(() -> engine.configure(request))
        .hasMessage(
            """
            FAILED_PRECONDITION: the configuration of the policy pack weakens rules, or cannot be \
            followed; remove it, and say what may stay for a while with a waiver in the inventory:
              ForeignAccount is disabled; it must be mandatory
              ForeignReference is advisory; it must be mandatory""");
  }

  @Test
  void should_refuse_to_judge_without_a_valid_inventory(@TempDir Path program) throws IOException {
    // GIVEN a program whose inventory has no fleet
    Files.createDirectories(program.resolve("regions/inventory/cells"));
    stop();
    startIn(program);

    // THEN
    assertThatThrownBy(() -> engine.configureStack(EngineCalls.stack(true)))
        .hasMessageStartingWith(
            "FAILED_PRECONDITION: the inventory "
                + program.resolve("regions/inventory")
                + " is not valid, so nothing can be judged:")
        .hasMessageContaining("fleet.yaml")
        .hasMessageEndingWith("\n  see all of it, with how to fix it: cellwall inventory validate");
  }

  @Test
  void should_judge_a_state_of_which_only_the_resources_say_the_stack() {
    // WHEN the engine looks at a state, and so configures no stack
    analyze(provider());

    // THEN the resource's own name says whose wall counts
    assertThat(
            analyze(
                resource(
                    "aws:ec2/vpc:Vpc",
                    "other",
                    Struct.newBuilder().putFields("cidrBlock", text("10.18.0.0/18")))))
        .extracting(AnalyzeDiagnostic::getPolicyName)
        .contains("AddressesOfVpc");
  }

  @Test
  void should_read_its_options_and_leave_others_alone() {
    assertThat(
            PackOptions.parse(
                ROOT,
                "127.0.0.1:4711",
                ".",
                "-inventory=/srv/inventory",
                "-deadline=9",
                "-other=1"))
        .isEqualTo(
            new PackOptions(
                Optional.of("127.0.0.1:4711"),
                ROOT,
                Optional.of(Path.of("/srv/inventory")),
                Duration.ofSeconds(9)));
    assertThat(PackOptions.parse(ROOT))
        .isEqualTo(
            new PackOptions(Optional.empty(), ROOT, Optional.empty(), Duration.ofMinutes(2)));
    assertThatThrownBy(() -> PackOptions.parse(ROOT, "-deadline=2m"))
        .hasMessage("deadline is \"2m\"; it must be seconds, from 1 to 9999");
  }

  private static AnalyzeRequest subnet() {
    return resource(
        "aws:ec2/subnet:Subnet",
        "one",
        Struct.newBuilder()
            .putFields("vpcId", text(UNKNOWN))
            .putFields("cidrBlock", text("10.16.1.0/24")));
  }

  private static PolicyConfig level(EnforcementLevel level) {
    return PolicyConfig.newBuilder().setEnforcementLevel(level).build();
  }

  private List<AnalyzeDiagnostic> analyze(AnalyzeRequest request) {
    return engine.analyze(request).getDiagnosticsList();
  }

  private List<AnalyzeDiagnostic> complete(AnalyzerResource... resources) {
    return engine
        .analyzeStack(AnalyzeStackRequest.newBuilder().addAllResources(List.of(resources)).build())
        .getDiagnosticsList();
  }
}
