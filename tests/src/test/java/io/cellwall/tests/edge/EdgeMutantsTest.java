package io.cellwall.tests.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.ec2.VpcEndpoint;
import com.pulumi.aws.ec2.VpcEndpointArgs;
import com.pulumi.aws.globalaccelerator.EndpointGroup;
import com.pulumi.aws.globalaccelerator.EndpointGroupArgs;
import com.pulumi.aws.globalaccelerator.inputs.EndpointGroupEndpointConfigurationArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Zone;
import com.pulumi.aws.route53.ZoneArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.s3.BucketReplicationConfig;
import com.pulumi.aws.s3.BucketReplicationConfigArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleArgs;
import com.pulumi.aws.s3.inputs.BucketReplicationConfigRuleDestinationArgs;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.fleet.program.StackProgram;
import io.cellwall.fleet.program.Stacks;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.pulumi.StackCapture;
import io.cellwall.regions.finding.Finding;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.reading.InventoryReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The real edge stacks of the example fleet, each with one resource more that crosses a wall: a
 * rule must find it, and find nothing else. Beside each stands its benign twin, which must pass.
 */
class EdgeMutantsTest {

  private static final String EU = "164104575004";
  private static final String IRELAND = "835244856286";
  private static final String US = "439063071310";
  private static final String OHIO = "506733733654";
  private static final String LISTENER =
      "arn:aws:globalaccelerator::%s:accelerator/0a1b2c3d-0000-4000-8000-000000000000/listener/0a1b";

  private final Inventory inventory =
      InventoryReader.read(Path.of(System.getProperty("cellwall.root"), "regions", "inventory"))
          .inventory()
          .orElseThrow();
  private final Judge judge = Judge.of(inventory);

  /**
   * A mutant.
   *
   * @param rule the rule that must find it; empty for a benign twin
   * @param region the region of its provider
   */
  private record Mutant(
      String name,
      String stack,
      String account,
      String region,
      String rule,
      Consumer<CustomResourceOptions> resource) {}

  private static Stream<Mutant> mutants() {
    return Stream.of(
        ofZone(
            "one accelerator for two zones: a group with the other zone's load balancer",
            "ForeignReference",
            options -> group(options, "eu-west-1", balancer("us-east-2", OHIO), EU)),
        new Mutant(
            "one accelerator for two zones: a group on the other zone's listener",
            "edge-us",
            US,
            "us-east-2",
            "ForeignReference",
            options -> group(options, "us-east-2", balancer("us-east-2", OHIO), EU)),
        ofZone(
            "a group in the other zone's region",
            "RegionOutsideZone",
            options -> group(options, "us-east-2", balancer("eu-west-1", IRELAND), EU)),
        ofZone(
            "a replica in the other zone's region",
            "RegionOutsideZone",
            options -> table(options, "us-east-2")),
        ofZone(
            "an alias of the other zone's host",
            "ForeignReference",
            options -> alias(options, "us.api.acme.example")),
        ofZone(
            "an alias of an accelerator that nobody here made",
            "ForeignReference",
            options -> alias(options, "a0123456789abcdef.awsglobalaccelerator.com")),
        ofRegion(
            "an endpoint to another zone's cell",
            "ForeignReference",
            options ->
                endpoint(options, "com.amazonaws.vpce.us-west-2.vpce-svc-00435731015916458")),
        ofZone(
            "a key that two zones share",
            "ForeignReference",
            options -> key(options, "arn:aws:iam::" + US + ":root")),
        ofRegion(
            "a snapshot bucket replicated out of the zone",
            "ForeignReference",
            options -> replication(options, "acme-edge-us-east-2-snapshots-" + OHIO)),
        ofZone(
            "London in a zone that does not list it: a replica",
            "RegionOutsideZone",
            options -> table(options, "eu-west-2")),
        new Mutant(
            "London in a zone that does not list it: a provider",
            "edge-eu",
            EU,
            "eu-west-2",
            "ProviderOutsideHome",
            options -> key(options, "arn:aws:iam::" + EU + ":root")),
        new Mutant(
            "a key that could encrypt, beside the key of DNSSEC",
            "edge-eu",
            EU,
            "us-east-1",
            "NotGlobalByDesign",
            options -> key(options, "arn:aws:iam::" + EU + ":root")));
  }

  private static Stream<Mutant> twins() {
    return Stream.of(
        ofZone("a replica at home", "", options -> table(options, "eu-north-1")),
        ofZone("an alias of its own host", "", options -> alias(options, "eu.api.acme.example")),
        ofRegion(
            "an endpoint to a cell of its zone",
            "",
            options ->
                endpoint(options, "com.amazonaws.vpce.eu-west-1.vpce-svc-0c366eb5300ff4ea9")),
        ofZone("a key of its own", "", options -> key(options, "arn:aws:iam::" + EU + ":root")));
  }

  private static Mutant ofZone(String name, String rule, Consumer<CustomResourceOptions> resource) {
    return new Mutant(name, "edge-eu", EU, "eu-west-1", rule, resource);
  }

  private static Mutant ofRegion(
      String name, String rule, Consumer<CustomResourceOptions> resource) {
    return new Mutant(name, "edge-eu-west-1", IRELAND, "eu-west-1", rule, resource);
  }

  @TestFactory
  Stream<DynamicTest> should_find_each_mutant_and_nothing_else() {
    return mutants()
        .map(
            mutant ->
                DynamicTest.dynamicTest(
                    mutant.name(),
                    () -> {
                      // WHEN
                      List<Finding> findings = judge(mutant);
                      // THEN
                      assertThat(findings)
                          .isNotEmpty()
                          .allMatch(Finding::blocks)
                          .allMatch(finding -> finding.subject().endsWith("::mutant"));
                      assertThat(findings).extracting(Finding::rule).contains(mutant.rule());
                    }));
  }

  @TestFactory
  Stream<DynamicTest> should_let_each_twin_pass() {
    return twins()
        .map(twin -> DynamicTest.dynamicTest(twin.name(), () -> assertThat(judge(twin)).isEmpty()));
  }

  private List<Finding> judge(Mutant mutant) {
    StackProgram stack = Stacks.find(inventory, mutant.stack()).orElseThrow();
    ResourceGraph graph =
        StackCapture.capture(
            "cellwall",
            mutant.stack(),
            context -> {
              stack.declare(context);
              mutant.resource().accept(in(mutant));
            });
    return judge.judge(graph);
  }

  private static CustomResourceOptions in(Mutant mutant) {
    Provider provider =
        new Provider(
            "mutant",
            ProviderArgs.builder()
                .region(mutant.region())
                .allowedAccountIds(mutant.account())
                .defaultTags(
                    ProviderDefaultTagsArgs.builder()
                        .tags(Map.of("zone", mutant.stack().substring(5, 7)))
                        .build())
                .build());
    return CustomResourceOptions.builder().provider(provider).build();
  }

  private static void group(
      CustomResourceOptions options, String region, String balancer, String listener) {
    new EndpointGroup(
        "mutant",
        EndpointGroupArgs.builder()
            .listenerArn(LISTENER.formatted(listener))
            .endpointGroupRegion(region)
            .endpointConfigurations(
                EndpointGroupEndpointConfigurationArgs.builder().endpointId(balancer).build())
            .build(),
        options);
  }

  private static String balancer(String region, String account) {
    return "arn:aws:elasticloadbalancing:%s:%s:loadbalancer/app/edge-%s/0123456789abcdef"
        .formatted(region, account, region);
  }

  private static void table(CustomResourceOptions options, String replica) {
    new Table(
        "mutant",
        TableArgs.builder()
            .hashKey("tenant")
            .replicas(TableReplicaArgs.builder().regionName(replica).build())
            .build(),
        options);
  }

  private static void alias(CustomResourceOptions options, String host) {
    Zone zone = new Zone("zone", ZoneArgs.builder().name("eu.api.acme.example").build(), options);
    new Record(
        "mutant",
        RecordArgs.builder()
            .zoneId(zone.id())
            .name("eu.api.acme.example")
            .type("A")
            .aliases(
                RecordAliasArgs.builder()
                    .name(host)
                    .zoneId("Z2BJ6XQ5FK7U4H")
                    .evaluateTargetHealth(false)
                    .build())
            .build(),
        options);
  }

  private static void endpoint(CustomResourceOptions options, String service) {
    new VpcEndpoint(
        "mutant",
        VpcEndpointArgs.builder()
            .vpcEndpointType("Interface")
            .serviceName(service)
            .vpcId("")
            .build(),
        options);
  }

  private static void key(CustomResourceOptions options, String principal) {
    new Key(
        "mutant",
        KeyArgs.builder()
            .policy(
                "{\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":{\"AWS\":\"%s\"},\"Action\":\"kms:*\",\"Resource\":\"*\"}]}"
                    .formatted(principal))
            .build(),
        options);
  }

  private static void replication(CustomResourceOptions options, String bucket) {
    new BucketReplicationConfig(
        "mutant",
        BucketReplicationConfigArgs.builder()
            .bucket("acme-edge-eu-west-1-snapshots-" + IRELAND)
            .role("arn:aws:iam::" + IRELAND + ":role/edge-eu-west-1-router")
            .rules(
                BucketReplicationConfigRuleArgs.builder()
                    .status("Enabled")
                    .destination(
                        BucketReplicationConfigRuleDestinationArgs.builder()
                            .bucket("arn:aws:s3:::" + bucket)
                            .build())
                    .build())
            .build(),
        options);
  }
}
