package io.cellwall.policies.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.pulumi.Context;
import com.pulumi.aws.AwsFunctions;
import com.pulumi.aws.Provider;
import com.pulumi.aws.ProviderArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.ec2.Ec2Functions;
import com.pulumi.aws.ec2.Subnet;
import com.pulumi.aws.ec2.SubnetArgs;
import com.pulumi.aws.ec2.Vpc;
import com.pulumi.aws.ec2.VpcArgs;
import com.pulumi.aws.ec2.inputs.GetVpcArgs;
import com.pulumi.aws.inputs.GetCallerIdentityArgs;
import com.pulumi.aws.inputs.ProviderAssumeRoleArgs;
import com.pulumi.aws.inputs.ProviderDefaultTagsArgs;
import com.pulumi.core.Output;
import com.pulumi.deployment.Deployment;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.ResourceArgs;
import com.pulumi.resources.StackReference;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class StackCaptureTest {

  private static final String STACK = "eu-west-1-cell-01";
  private static final String URN = "urn:pulumi:eu-west-1-cell-01::cellwall::";
  private static final String PROVIDER = URN + "pulumi:providers:aws::aws";

  @Test
  void should_make_up_ids_and_arns_in_the_providers_region_and_account() {
    // WHEN
    ResourceGraph graph = capture(context -> new Vpc("main", vpc(), in(provider("eu-west-1"))));
    // THEN
    Node vpc = node(graph, "aws:ec2/vpc:Vpc::main");
    assertThat(vpc.id().orElseThrow()).matches("vpc-[0-9a-f]{17}");
    assertThat(vpc.outputs().text("arn"))
        .contains("arn:aws:ec2:eu-west-1:111111111101:vpc/" + vpc.id().orElseThrow());
    assertThat(vpc.outputs().values()).doesNotContainKey("cidrBlock");
    assertThat(graph.named(vpc.id().orElseThrow())).containsExactly(vpc);
  }

  @Test
  void should_use_the_partition_of_the_providers_region() {
    // WHEN
    ResourceGraph graph = capture(context -> new Vpc("main", vpc(), in(provider("cn-north-1"))));
    // THEN
    assertThat(node(graph, "aws:ec2/vpc:Vpc::main").outputs().text("arn").orElseThrow())
        .startsWith("arn:aws-cn:ec2:cn-north-1:111111111101:vpc/vpc-");
  }

  @Test
  void should_keep_a_computed_output_unknown_and_say_what_it_derives_from() {
    // WHEN
    ResourceGraph graph =
        capture(
            context -> {
              CustomResourceOptions in = in(provider("eu-west-1"));
              Vpc vpc = new Vpc("main", vpc(), in);
              new Subnet(
                  "a",
                  SubnetArgs.builder()
                      .vpcId(vpc.id())
                      .ipv6CidrBlock(vpc.ipv6CidrBlock().applyValue(block -> block + "/64"))
                      .build(),
                  in);
            });
    // THEN
    Node vpc = node(graph, "aws:ec2/vpc:Vpc::main");
    Node subnet = node(graph, "aws:ec2/subnet:Subnet::a");
    assertThat(subnet.inputs().values())
        .containsEntry("ipv6CidrBlock", new Value.Unknown())
        .containsEntry("vpcId", new Value.Text(vpc.id().orElseThrow()));
    assertThat(subnet.propertyDependencies().get("ipv6CidrBlock")).containsExactly(vpc.urn());
    assertThat(subnet.dependencies()).containsExactly(vpc.urn());
  }

  @Test
  void should_mark_what_is_secret_and_keep_it_so() {
    // WHEN
    ResourceGraph graph =
        capture(
            context ->
                new LogGroup(
                    "logs",
                    LogGroupArgs.builder().name(Output.ofSecret("hush")).build(),
                    in(provider("eu-west-1"))));
    // THEN
    Node logs = node(graph, "aws:cloudwatch/logGroup:LogGroup::logs");
    assertThat(logs.inputs().values())
        .containsEntry("name", new Value.Secret(new Value.Text("hush")));
    assertThat(logs.outputs().values().get("arn")).isInstanceOf(Value.Secret.class);
    assertThat(logs.inputs().toString()).doesNotContain("hush");
  }

  @Test
  void should_name_children_by_the_types_of_their_parents() {
    // WHEN
    ResourceGraph graph =
        capture(
            context -> {
              Provider provider = provider("eu-west-1");
              ComponentResource cell =
                  new ComponentResource(
                      "cellwall:cell:Cell",
                      "cell",
                      ComponentResourceOptions.builder().provider(provider).build());
              ComponentResource net =
                  new ComponentResource(
                      "cellwall:cell:Network",
                      "net",
                      ComponentResourceOptions.builder().parent(cell).build());
              new Vpc("main", vpc(), CustomResourceOptions.builder().parent(net).build());
            });
    // THEN
    Node vpc = node(graph, "cellwall:cell:Cell$cellwall:cell:Network$aws:ec2/vpc:Vpc::main");
    assertThat(vpc.parent()).contains(URN + "cellwall:cell:Cell$cellwall:cell:Network::net");
    assertThat(vpc.provider()).contains(PROVIDER);
    assertThat(node(graph, "cellwall:cell:Cell::cell").kind()).isEqualTo(Node.Kind.COMPONENT);
  }

  @Test
  void should_tell_a_component_of_a_plugin_from_one_of_the_program() {
    // WHEN
    ResourceGraph graph =
        capture(
            context ->
                new ComponentResource(
                    "awsx:ec2:Vpc",
                    "net",
                    ResourceArgs.Empty,
                    ComponentResourceOptions.builder().build(),
                    true));
    // THEN
    assertThat(node(graph, "awsx:ec2:Vpc::net").kind()).isEqualTo(Node.Kind.OPAQUE);
  }

  @Test
  void should_give_a_providers_inputs_their_structure_back() {
    // WHEN
    ResourceGraph graph =
        capture(
            context ->
                new Provider(
                    "aws",
                    ProviderArgs.builder()
                        .region("eu-west-1")
                        .allowedAccountIds("111111111101")
                        .assumeRole(ProviderAssumeRoleArgs.builder().roleArn("arn:x").build())
                        .defaultTags(
                            ProviderDefaultTagsArgs.builder()
                                .tags(Map.of("cell", "eu-west-1-cell-01"))
                                .build())
                        .build()));
    // THEN
    Value.Fields inputs = node(graph, "pulumi:providers:aws::aws").inputs();
    assertThat(inputs.values())
        .containsEntry("allowedAccountIds", new Value.Items(List.of(text("111111111101"))))
        .containsEntry("assumeRole", Value.Fields.of(Map.of("roleArn", text("arn:x"))))
        .containsEntry(
            "defaultTags",
            Value.Fields.of(
                Map.of("tags", Value.Fields.of(Map.of("cell", text("eu-west-1-cell-01"))))));
  }

  @Test
  void should_tell_the_default_provider_by_its_absence() {
    // WHEN
    ResourceGraph graph = capture(context -> new Vpc("main", vpc()));
    // THEN
    Node vpc = node(graph, "aws:ec2/vpc:Vpc::main");
    assertThat(vpc.provider()).isEmpty();
    assertThat(vpc.outputs().values()).containsEntry("arn", new Value.Unknown());
  }

  @Test
  void should_keep_what_is_asked_of_the_engine() {
    // WHEN
    ResourceGraph graph =
        capture(
            context ->
                new Vpc(
                    "main",
                    vpc(),
                    CustomResourceOptions.builder()
                        .provider(provider("eu-west-1"))
                        .protect(true)
                        .retainOnDelete(true)
                        .importId("vpc-0123456789abcdef0")
                        .ignoreChanges("cidrBlock")
                        .build()));
    // THEN
    assertThat(node(graph, "aws:ec2/vpc:Vpc::main").options())
        .isEqualTo(
            new Node.Options(
                true, true, Optional.of("vpc-0123456789abcdef0"), List.of("cidrBlock"), List.of()));
  }

  @Test
  void should_record_reads_and_what_derives_from_them() {
    // WHEN
    ResourceGraph graph =
        capture(
            context -> {
              CustomResourceOptions in = in(provider("eu-west-1"));
              Vpc other = Vpc.get("other", Output.of("vpc-0fedcba9876543210"), null, in);
              StackReference stack = new StackReference("acme/cellwall/eu-west-1-cell-02");
              new Subnet(
                  "a",
                  SubnetArgs.builder()
                      .vpcId(stack.output("vpc").applyValue(String::valueOf))
                      .cidrBlock(other.cidrBlock())
                      .build(),
                  in);
            });
    // THEN
    Node other = node(graph, "aws:ec2/vpc:Vpc::other");
    Node reference = node(graph, "pulumi:pulumi:StackReference::acme/cellwall/eu-west-1-cell-02");
    assertThat(graph.of(Node.Kind.READ)).containsExactly(other, reference);
    assertThat(other.id()).contains("vpc-0fedcba9876543210");
    Node subnet = node(graph, "aws:ec2/subnet:Subnet::a");
    assertThat(subnet.inputs().values()).containsEntry("vpcId", new Value.Unknown());
    assertThat(subnet.propertyDependencies().get("vpcId")).containsExactly(reference.urn());
  }

  @Test
  void should_answer_where_the_provider_stands_and_nothing_else() {
    // WHEN
    ResourceGraph graph =
        capture(
            context -> {
              Provider provider = provider("eu-west-1");
              InvokeOptions by = InvokeOptions.builder().provider(provider).build();
              var caller = AwsFunctions.getCallerIdentity(GetCallerIdentityArgs.Empty, by);
              var vpc = Ec2Functions.getVpc(GetVpcArgs.builder().default_(true).build(), by);
              new Subnet(
                  "a",
                  SubnetArgs.builder()
                      .vpcId(vpc.applyValue(found -> found.id()))
                      .cidrBlock(caller.applyValue(found -> found.accountId()))
                      .build(),
                  in(provider));
            });
    // THEN
    assertThat(graph.of(Node.Kind.INVOKE))
        .extracting(Node::urn)
        .containsExactly(
            "aws:ec2/getVpc:getVpc#1", "aws:index/getCallerIdentity:getCallerIdentity#1");
    assertThat(node(graph, "aws:ec2/subnet:Subnet::a").inputs().values())
        .containsEntry("cidrBlock", text("111111111101"))
        .containsEntry("vpcId", new Value.Unknown());
  }

  @Test
  void should_give_the_same_graph_for_the_same_program() {
    // GIVEN
    Consumer<Context> program =
        context -> {
          CustomResourceOptions in = in(provider("eu-west-1"));
          for (int i = 0; i < 20; i++) {
            new Vpc("v" + i, vpc(), in);
            AwsFunctions.getPartition();
          }
        };
    // THEN
    assertThat(capture(program)).isEqualTo(capture(program));
  }

  @Test
  void should_number_calls_by_what_they_ask_whatever_their_order() {
    // WHEN
    ResourceGraph one = capture(context -> getVpcs("vpc-1", "vpc-2"));
    ResourceGraph other = capture(context -> getVpcs("vpc-2", "vpc-1"));
    // THEN
    assertThat(one.of(Node.Kind.INVOKE))
        .extracting(call -> call.urn() + " " + call.inputs().text("id").orElseThrow())
        .containsExactly("aws:ec2/getVpc:getVpc#1 vpc-1", "aws:ec2/getVpc:getVpc#2 vpc-2");
    assertThat(other).isEqualTo(one);
  }

  private static void getVpcs(String... ids) {
    for (String id : ids) {
      Ec2Functions.getVpc(GetVpcArgs.builder().id(id).build());
    }
  }

  @Test
  void should_leave_no_deployment_behind() {
    // WHEN
    capture(context -> new Vpc("main", vpc()));
    // THEN
    assertThatThrownBy(Deployment::getInstance)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Deployment");
  }

  @Test
  void should_report_what_the_program_throws() {
    // WHEN
    ProgramFailedException failure =
        org.junit.jupiter.api.Assertions.assertThrows(
            ProgramFailedException.class,
            () ->
                capture(
                    context -> {
                      throw new IllegalArgumentException("no availability zones");
                    }));
    // THEN
    assertThat(failure.stack()).isEqualTo(STACK);
    assertThat(failure.errors()).containsExactly("IllegalArgumentException: no availability zones");
    assertThat(failure)
        .hasMessage(
            "the program of stack eu-west-1-cell-01 failed: IllegalArgumentException: no"
                + " availability zones");
  }

  @Test
  void should_report_what_a_later_step_of_the_program_throws() {
    assertThatThrownBy(
            () ->
                capture(
                    context ->
                        new Vpc(
                            "main",
                            VpcArgs.builder()
                                .cidrBlock(
                                    Output.of("x")
                                        .applyValue(
                                            x -> {
                                              throw new IllegalStateException("late");
                                            }))
                                .build())))
        .isInstanceOf(ProgramFailedException.class)
        .hasMessageContaining("IllegalStateException: late");
  }

  @Test
  void should_refuse_two_resources_of_one_urn_as_the_engine_does() {
    assertThatThrownBy(
            () ->
                capture(
                    context -> {
                      new Vpc("main", vpc());
                      new Vpc("main", vpc());
                    }))
        .isInstanceOf(ProgramFailedException.class)
        .hasMessageContaining(
            "Duplicate resource URN '" + URN + "aws:ec2/vpc:Vpc::main'; try giving it a unique");
  }

  @Test
  void should_be_ready_for_the_next_program_after_one_has_failed() {
    // GIVEN
    assertThatThrownBy(
            () ->
                capture(
                    context -> {
                      throw new IllegalStateException("broken");
                    }))
        .isInstanceOf(ProgramFailedException.class);
    // THEN
    assertThat(capture(context -> new Vpc("main", vpc())).of(Node.Kind.RESOURCE)).hasSize(1);
  }

  private static ResourceGraph capture(Consumer<Context> program) {
    return StackCapture.capture("cellwall", STACK, program);
  }

  private static Provider provider(String region) {
    return new Provider(
        "aws", ProviderArgs.builder().region(region).allowedAccountIds("111111111101").build());
  }

  private static CustomResourceOptions in(Provider provider) {
    return CustomResourceOptions.builder().provider(provider).build();
  }

  private static VpcArgs vpc() {
    return VpcArgs.builder().cidrBlock("10.16.0.0/16").build();
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Node node(ResourceGraph graph, String end) {
    return graph.find(URN + end).orElseThrow(() -> new AssertionError(end + " is not in " + graph));
  }
}
