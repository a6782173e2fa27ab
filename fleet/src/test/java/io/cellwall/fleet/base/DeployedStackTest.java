package io.cellwall.fleet.base;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.fleet.change.Changed;
import io.cellwall.fleet.change.FleetChange;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.graph.change.GraphChange;
import io.cellwall.policies.graph.change.PropertyDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A part of a cell as the engine keeps it after {@code up}, and as the program plans it. */
class DeployedStackTest {

  private static final String URN = "urn:pulumi:eu-west-1-cell-01::cellwall::%s::%s";

  private static final String STATE =
      """
      {"version":3,"deployment":{"resources":[
      {"urn":"<pulumi:providers:aws p>","type":"pulumi:providers:aws","custom":true,"id":"6d67b484",
       "inputs":{"__internal":{},"region":"eu-west-1","version":"6.83.0",
         "defaultTags":"{\\"tags\\":{\\"cell\\":\\"c\\",\\"owner\\":\\"o\\"}}"},"outputs":{}},
      {"urn":"<aws:ec2/vpc:Vpc v>","type":"aws:ec2/vpc:Vpc","custom":true,"id":"vpc-0aaaaaaaaaaaaaaaa",
       "provider":"<pulumi:providers:aws p>::6d67b484",
       "inputs":{"tags":{"Name":"v","cell":"c","owner":"o"},"tagsAll":{"cell":"c","owner":"o"}},
       "outputs":{}},
      {"urn":"<aws:ec2/routeTable:RouteTable t>","type":"aws:ec2/routeTable:RouteTable","custom":true,
       "id":"rtb-0aaaaaaaaaaaaaaaa","provider":"<pulumi:providers:aws p>::6d67b484",
       "inputs":{"vpcId":"vpc-0aaaaaaaaaaaaaaaa","tags":{"cell":"c","owner":"o"}},"outputs":{}},
      {"urn":"<aws:ec2/natGateway:NatGateway n>","type":"aws:ec2/natGateway:NatGateway","custom":true,
       "id":"nat-0aaaaaaaaaaaaaaaa","provider":"<pulumi:providers:aws p>::6d67b484",
       "inputs":{"tags":{"cell":"c","owner":"o"}},"outputs":{}},
      {"urn":"<aws:ec2/natGateway:NatGateway m>","type":"aws:ec2/natGateway:NatGateway","custom":true,
       "id":"nat-0bbbbbbbbbbbbbbbb","provider":"<pulumi:providers:aws p>::6d67b484",
       "inputs":{"tags":{"cell":"c","owner":"o"}},"outputs":{}},
      {"urn":"<aws:ec2/route:Route r>","type":"aws:ec2/route:Route","custom":true,"id":"r-1",
       "provider":"<pulumi:providers:aws p>::6d67b484",
       "inputs":{"natGatewayId":"nat-0aaaaaaaaaaaaaaaa","routeTableId":"rtb-0aaaaaaaaaaaaaaaa"},
       "outputs":{}},
      {"urn":"<aws:eks/cluster:Cluster k>","type":"aws:eks/cluster:Cluster","custom":true,"id":"k",
       "provider":"<pulumi:providers:aws p>::6d67b484","inputs":{},
       "outputs":{"vpcConfig":{"clusterSecurityGroupId":"sg-0aaaaaaaaaaaaaaaa"}}},
      {"urn":"<aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule s>","custom":true,"id":"sgr-1",
       "type":"aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
       "provider":"<pulumi:providers:aws p>::6d67b484",
       "inputs":{"securityGroupId":"sg-0aaaaaaaaaaaaaaaa"},"outputs":{}},
      {"urn":"<aws:dynamodb/resourcePolicy:ResourcePolicy d>","custom":true,"id":"d-1",
       "type":"aws:dynamodb/resourcePolicy:ResourcePolicy",
       "provider":"<pulumi:providers:aws p>::6d67b484","inputs":{},
       "outputs":{"confirmRemoveSelfResourceAccess":false}}
      ]}}
      """
          .replaceAll("<([^ ]+) ([a-z])>", "urn:pulumi:eu-west-1-cell-01::cellwall::$1::$2");

  @TempDir Path folder;

  @Test
  void should_find_no_change_right_after_it_was_deployed() throws IOException {
    // WHEN
    DeployedSide both = DeployedSide.of(deployed(STATE), planned());

    // THEN
    assertThat(GraphChange.between(both.deployed(), both.planned()).isEmpty()).isTrue();
  }

  @Test
  void should_find_the_one_tag_that_somebody_changed() throws IOException {
    // GIVEN another value than the provider gives
    String state = STATE.replaceFirst("\"owner\":\"o\"\\}(?=,\"tagsAll)", "\"owner\":\"me\"}");

    // WHEN
    DeployedSide both = DeployedSide.of(deployed(state), planned());

    // THEN
    assertThat(GraphChange.between(both.deployed(), both.planned()).changed())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.inputs())
                    .containsExactly(
                        new PropertyDifference("tags.owner", Optional.of("me"), Optional.empty())));
  }

  @Test
  void should_know_what_a_changed_route_names_as_the_stacks_own() throws IOException {
    // GIVEN a route by the other gateway of the stack
    String state =
        STATE.replace(
            "\"natGatewayId\":\"nat-0aaaaaaaaaaaaaaaa\"",
            "\"natGatewayId\":\"nat-0bbbbbbbbbbbbbbbb\"");

    // WHEN
    DeployedSide both = DeployedSide.of(deployed(state), planned());
    FleetChange change = new Changed().stack(both.deployed(), both.planned()).change();

    // THEN no way leads out of the stack
    assertThat(change.stacks().get(0).resources()).hasSize(1);
    assertThat(change.allDangers()).isEmpty();
  }

  private ResourceGraph deployed(String state) throws IOException {
    Files.writeString(folder.resolve("a.json"), state);
    return requireNonNull(ExportedStates.read(folder).get("eu-west-1-cell-01"));
  }

  private static ResourceGraph planned() {
    List<Node> nodes = new ArrayList<>();
    nodes.add(
        node(
            Node.Kind.PROVIDER,
            "pulumi:providers:aws",
            "p",
            "p",
            Map.of(
                "region",
                text("eu-west-1"),
                "defaultTags",
                fields("tags", fields(Map.of("cell", text("c"), "owner", text("o"))))),
            Map.of()));
    nodes.add(
        resource(
            "ec2/vpc:Vpc", "v", "vpc-0f", Map.of("tags", fields("Name", text("v"))), Map.of()));
    nodes.add(
        resource(
            "ec2/routeTable:RouteTable",
            "t",
            "rtb-0f",
            Map.of("vpcId", text("vpc-0ffffffffffffffff")),
            Map.of()));
    nodes.add(resource("ec2/natGateway:NatGateway", "n", "nat-0f", Map.of(), Map.of()));
    nodes.add(resource("ec2/natGateway:NatGateway", "m", "nat-0e", Map.of(), Map.of()));
    nodes.add(
        resource(
            "ec2/route:Route",
            "r",
            "r-0f",
            Map.of(
                "natGatewayId",
                text("nat-0ffffffffffffffff"),
                "routeTableId",
                text("rtb-0ffffffffffffffff")),
            Map.of()));
    nodes.add(
        resource(
            "eks/cluster:Cluster",
            "k",
            "k-0f",
            Map.of(),
            Map.of("vpcConfig.clusterSecurityGroupId", text("sg-0ffffffffffffffff"))));
    nodes.add(
        resource(
            "vpc/securityGroupEgressRule:SecurityGroupEgressRule",
            "s",
            "sgr-0f",
            Map.of("securityGroupId", text("sg-0ffffffffffffffff")),
            Map.of()));
    nodes.add(resource("dynamodb/resourcePolicy:ResourcePolicy", "d", "d-0f", Map.of(), Map.of()));
    nodes.add(
        node(
            Node.Kind.INVOKE,
            "aws:kms/getPublicKey:getPublicKey",
            "1",
            "",
            Map.of("keyId", text("vpc-0ffffffffffffffff")),
            Map.of()));
    return new ResourceGraph("eu-west-1-cell-01", nodes);
  }

  private static Node resource(
      String type, String name, String id, Map<String, Value> inputs, Map<String, Value> outputs) {
    return node(Node.Kind.RESOURCE, "aws:" + type, name, id + "f".repeat(15), inputs, outputs);
  }

  private static Node node(
      Node.Kind kind,
      String type,
      String name,
      String id,
      Map<String, Value> inputs,
      Map<String, Value> outputs) {
    return new Node(
        URN.formatted(type, name),
        kind,
        type,
        name,
        Optional.of(id).filter(each -> !each.isEmpty()),
        Value.Fields.of(inputs),
        Value.Fields.of(outputs),
        kind == Node.Kind.RESOURCE
            ? Optional.of(URN.formatted("pulumi:providers:aws", "p"))
            : Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  private static Value fields(String key, Value value) {
    return fields(Map.of(key, value));
  }

  private static Value fields(Map<String, Value> fields) {
    return Value.Fields.of(fields);
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
