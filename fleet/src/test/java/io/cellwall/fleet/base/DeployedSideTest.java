package io.cellwall.fleet.base;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.fleet.UsageException;
import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.graph.change.GraphChange;
import io.cellwall.policies.graph.change.PropertyDifference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeployedSideTest {

  private static final String URN = "urn:pulumi:s::cellwall::%s::%s";
  private static final String VPC = URN.formatted("aws:ec2/vpc:Vpc", "v");
  private static final String SUBNET = URN.formatted("aws:ec2/subnet:Subnet", "n");

  @TempDir Path folder;

  @Test
  void should_find_no_change_where_only_aws_and_the_engine_filled_something_in()
      throws IOException {
    // GIVEN a state with real ids, a default of the provider's, a secret and a known value
    state(
        "a.json",
        """
        {"urn":"%s","type":"aws:ec2/vpc:Vpc","custom":true,"id":"vpc-0aaaaaaaaaaaaaaaa",
         "inputs":{"cidrBlock":"10.0.0.0/16","instanceTenancy":"default",
           "__defaults":["instanceTenancy"],
           "password":{"4dabf18193072939515e22adb298388d":"1b47061264138c4ac30d75fd1eb44270","ciphertext":"x"}},
         "outputs":{"arn":"arn:aws:ec2:eu-west-1:1:vpc/vpc-0aaaaaaaaaaaaaaaa"}},
        {"urn":"%s","type":"aws:ec2/subnet:Subnet","custom":true,"id":"subnet-0aaaaaaaaaaaaaaaa",
         "inputs":{"vpcId":"vpc-0aaaaaaaaaaaaaaaa","arn":"x arn:aws:ec2:eu-west-1:1:vpc/vpc-0aaaaaaaaaaaaaaaa",
           "later":"known"},"outputs":{}}
        """
            .formatted(VPC, SUBNET));
    ResourceGraph planned =
        new ResourceGraph(
            "s",
            List.of(
                node(
                    VPC,
                    "vpc-0ffffffffffffffff",
                    Map.of("cidrBlock", text("10.0.0.0/16"), "password", text("h4sh")),
                    Map.of("arn", text("arn:aws:ec2:eu-west-1:1:vpc/vpc-0ffffffffffffffff"))),
                node(
                    SUBNET,
                    "subnet-0ffffffffffffffff",
                    Map.of(
                        "vpcId",
                        text("vpc-0ffffffffffffffff"),
                        "arn",
                        text("x arn:aws:ec2:eu-west-1:1:vpc/vpc-0ffffffffffffffff"),
                        "later",
                        new Value.Unknown()),
                    Map.of())));

    // WHEN
    DeployedSide both =
        DeployedSide.of(requireNonNull(ExportedStates.read(folder).get("s")), planned);

    // THEN
    assertThat(GraphChange.between(both.deployed(), both.planned()).isEmpty()).isTrue();
    assertThat(both.toString()).doesNotContain("h4sh");
  }

  @Test
  void should_find_what_differs_and_what_the_program_no_longer_has() throws IOException {
    state(
        "a.json",
        """
        {"urn":"%s","type":"aws:ec2/vpc:Vpc","custom":true,"id":"vpc-0aaaaaaaaaaaaaaaa","protect":true,
         "inputs":{"cidrBlock":"10.0.0.0/16","tags":{"a":"1","b":"2","__defaults":["b"]}},"outputs":{}},
        {"urn":"%s","type":"aws:ec2/subnet:Subnet","custom":true,"id":"subnet-0aaaaaaaaaaaaaaaa",
         "inputs":{},"outputs":{}}
        """
            .formatted(VPC, SUBNET));
    ResourceGraph planned =
        new ResourceGraph(
            "s",
            List.of(
                node(
                    VPC,
                    "vpc-0ffffffffffffffff",
                    Map.of(
                        "cidrBlock",
                        text("10.1.0.0/16"),
                        "tags",
                        Value.Fields.of(Map.of("a", text("2")))),
                    Map.of())));

    DeployedSide both =
        DeployedSide.of(requireNonNull(ExportedStates.read(folder).get("s")), planned);
    GraphChange change = GraphChange.between(both.deployed(), both.planned());

    assertThat(change.deleted()).extracting(Node::urn).containsExactly(SUBNET);
    assertThat(change.changed().get(0).inputs())
        .containsExactly(
            new PropertyDifference(
                "cidrBlock", Optional.of("10.0.0.0/16"), Optional.of("10.1.0.0/16")),
            new PropertyDifference("tags.a", Optional.of("1"), Optional.of("2")));
    assertThat(change.changed().get(0).before().options().protect()).isTrue();
  }

  @Test
  void should_say_all_that_is_wrong_with_the_files() throws IOException {
    assertThatThrownBy(() -> ExportedStates.read(folder))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "%s has no file *.json; write one for each stack with: pulumi stack export --stack STACK > %s/STACK.json",
            folder, folder);

    String vpc =
        "{\"urn\":\"%s\",\"type\":\"aws:ec2/vpc:Vpc\",\"custom\":true,\"inputs\":{},\"outputs\":{}}"
            .formatted(VPC);
    state("a.json", vpc);
    state("b.json", vpc);
    Files.writeString(folder.resolve("c.json"), "{}");

    assertThatThrownBy(() -> ExportedStates.read(folder))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll(
            "b.json is a state of s, as ",
            "a.json is; there must be one of each stack",
            "c.json: $.version must be 3 or 4, is null; export the stack anew");
  }

  private void state(String file, String resources) throws IOException {
    Files.writeString(
        folder.resolve(file), "{\"version\":3,\"deployment\":{\"resources\":[" + resources + "]}}");
  }

  private static Node node(
      String urn, String id, Map<String, Value> inputs, Map<String, Value> outputs) {
    String[] parts = urn.split("::", -1);
    return new Node(
        urn,
        Node.Kind.RESOURCE,
        parts[2],
        parts[3],
        Optional.of(id),
        Value.Fields.of(inputs),
        Value.Fields.of(outputs),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }
}
