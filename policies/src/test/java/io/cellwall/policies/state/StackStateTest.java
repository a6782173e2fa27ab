package io.cellwall.policies.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.judge.TestFleet;
import io.cellwall.regions.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StackStateTest {

  private static final Path STATES =
      Path.of(System.getProperty("cellwall.root", ".."), "policies/src/test/resources/state");

  private final Judge judge = Judge.of(TestFleet.inventory());

  @Test
  void should_find_nothing_in_a_stack_that_keeps_to_itself() {
    // GIVEN a state with a wired interface, an encrypted password and a decoded provider
    ResourceGraph graph = StackState.read(STATES.resolve("clean.json"));

    // THEN it is the cell's, and clean
    assertThat(graph.stack()).isEqualTo("eu-west-1-cell-01");
    assertThat(graph.of(Node.Kind.RESOURCE)).hasSize(4);
    assertThat(judge.judge(graph)).isEmpty();
  }

  @Test
  void should_find_what_crosses_a_wall_and_nothing_else() {
    List<Finding> findings = judge.judge(StackState.read(STATES.resolve("crossing.json")));

    assertThat(findings)
        .extracting(StackStateTest::shown)
        .containsExactly(
            "VIOLATION MissingProvider nat: it uses the default provider; it must use an explicit"
                + " one of this stack",
            "VIOLATION MissingTags nat: tags.cell is missing; it must be \"eu-west-1-cell-01\"",
            "VIOLATION MissingTags nat: tags.zone is missing; it must be \"eu\"",
            "VIOLATION AddressesOfVpc main#replaced-1: cidrBlock is 10.17.0.0/16; it must be"
                + " 10.16.0.0/16, the addresses of eu-west-1-cell-01",
            "VIOLATION ReadOfOtherStack shared: it reads the existing aws:ec2/vpc:Vpc"
                + " \"vpc-0f1f1f1f1f1f1f1f1\"; a stack must use only what it declares and the"
                + " inventory",
            "VIOLATION ForeignReference peer: peerVpcId holds the id vpc-0b1b1b1b1b1b1b1b1, a"
                + " resource that this stack does not declare; it must name only what"
                + " eu-west-1-cell-01 itself declares",
            "VIOLATION ForeignReference data: targetKeyId holds the ARN (secret), which belongs to"
                + " cell eu-west-1-cell-02 of zone eu; it must name only what eu-west-1-cell-01"
                + " itself declares",
            "VIOLATION ForeignReference uploads:"
                + " rules[0].applyServerSideEncryptionByDefault.kmsMasterKeyId holds the ARN"
                + " arn:aws:kms:eu-west-1:111111111102:key/0f9a3f61-6f2e-4c55-9b0e-1b6c4f0f7a11,"
                + " which belongs to cell eu-west-1-cell-02 of zone eu; it must name only what"
                + " eu-west-1-cell-01 itself declares",
            "UNDECIDED UnknownValue alarms: policy is not known yet, and nothing says what it"
                + " derives from; the proof by dependency is missing, and so is the value at"
                + " deployment");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"arn": "arn:aws:rds:eu-west-1:999999999999:db:it"} | ObservedCrossing outputs.arn
          {"replicas": ["arn:aws:rds:us-east-1:111111111105:db:it"]} | ObservedCrossing outputs.replicas[0]
          {"replicateSourceDb": "arn:aws:rds:eu-west-1:111111111102:db:it"} | ObservedCrossing outputs.replicateSourceDb
          {"publiclyAccessible": true} | PublicEndpoint publiclyAccessible
          """)
  void should_judge_what_stands_there_although_the_program_does_not_say_so(
      String outputs, String expected) throws IOException {
    // GIVEN the clean state, with a database of which the program says nothing that crosses a wall
    String database =
        """
        {"urn": "urn:pulumi:eu-west-1-cell-01::acme::aws:rds/instance:Instance::it",
          "custom": true, "id": "it", "type": "aws:rds/instance:Instance",
          "inputs": {"instanceClass": "db.t3.micro", "replicateSourceDb":
            "arn:aws:rds:eu-west-1:111111111101:db:it", "publiclyAccessible": false},
          "outputs": %s,
          "provider": "urn:pulumi:eu-west-1-cell-01::acme::pulumi:providers:aws::home::x"},
        """
            .formatted(outputs);
    String state =
        Files.readString(STATES.resolve("clean.json"))
            .replace("\"resources\": [", "\"resources\": [" + database);

    // WHEN
    List<Finding> findings = judge.judge(StackState.parse("drifted.json", state));

    // THEN
    assertThat(findings)
        .extracting(finding -> finding.rule() + " " + finding.path().get(1))
        .containsExactly(expected);
  }

  @Test
  void should_not_take_a_literal_id_for_a_wired_one_without_the_recorded_dependency()
      throws IOException {
    // GIVEN the clean state, which forgot what the route's interface derives from
    String state = Files.readString(STATES.resolve("clean.json"));

    // WHEN it is judged
    List<Finding> findings =
        judge.judge(
            StackState.parse(
                "s.json", state.replace("\"networkInterfaceId\": [", "\"somethingElse\": [")));

    // THEN the id is nobody's
    assertThat(findings)
        .extracting(Finding::message)
        .containsExactly(
            "networkInterfaceId holds the id eni-0c1c1c1c1c1c1c1c1, a resource that this stack does not"
                + " declare; it must name only what eu-west-1-cell-01 itself declares");
  }

  @Test
  void should_keep_secrets_secret() {
    ResourceGraph graph = StackState.read(STATES.resolve("crossing.json"));

    Node alias =
        graph.nodes().stream().filter(node -> node.name().equals("data")).findFirst().orElseThrow();
    assertThat(alias.inputs().values().get("targetKeyId")).isInstanceOf(Value.Secret.class);
    assertThat(graph.toString()).doesNotContain("AAABAHqnQ0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                    | s.json: is not a JSON document (line 1), or is nested too deep; it must be the output of: pulumi stack export
          []                                   | s.json: $ must be an object, is ARRAY
          {"version":2}                        | s.json: $.version must be 3 or 4, is 2; export the stack anew
          {"version":3,"checkpoint":{}}        | s.json: $ needs the key "deployment": it must be made by pulumi stack export
          {"version":3,"deployment":{}}        | s.json: $.deployment.resources has no resource, so nothing says which stack this is; leave the file out
          {"version":3,"deployment":{"resources":[{"urn":7}]}} | s.json: $.deployment.resources[0].urn must be a string, is NUMBER
          {"version":3,"deployment":{"resources":[{"urn":"x"}]}} | s.json: $.deployment.resources[0].urn "x" must be urn:pulumi:STACK::PROJECT::TYPE::NAME
          {"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:a::p::t::n"}]}} | s.json: $.deployment.resources[0].type must be a string, is missing
          {"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:a::p::t::n","type":"t","custom":1}]}} | s.json: $.deployment.resources[0].custom must be true or false, is NUMBER
          {"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:a::p::t::n","type":"t"},{"urn":"urn:pulumi:b::p::t::n","type":"t"}]}} | s.json: $.deployment.resources must be of one stack, has [a, b]
          {"version":3,"deployment":{"resources":[{"urn":"urn:pulumi:a::p::t::n","type":"t","inputs":{"x":{"4dabf18193072939515e22adb298388d":"new"}}}]}} | s.json: $.deployment.resources[0].inputs.x is a special value of an unknown kind; it must be a secret, an asset, an archive or a resource
          """)
  void should_say_what_is_wrong_with_a_file(String text, String message) {
    assertThatThrownBy(() -> StackState.parse("s.json", text))
        .isInstanceOf(UnreadableGraphException.class)
        .hasMessage(message);
  }

  @Test
  void should_end_on_a_value_that_is_nested_without_end() {
    String deep = "{\"version\":3,\"deployment\":" + "[".repeat(100_000);

    assertThatThrownBy(() -> StackState.parse("s.json", deep))
        .isInstanceOf(UnreadableGraphException.class)
        .hasMessageStartingWith("s.json: is not a JSON document");
  }

  @Test
  void should_say_that_a_file_is_not_text_or_not_there(@TempDir Path folder) throws IOException {
    Path binary = Files.write(folder.resolve("s.json"), new byte[] {(byte) 0xff, 0});

    assertThatThrownBy(() -> StackState.read(binary)).hasMessage(binary + ": is not UTF-8");
    assertThatThrownBy(() -> StackState.read(folder.resolve("none")))
        .hasMessage(folder.resolve("none") + ": cannot be read (NoSuchFileException)");
  }

  private static String shown(Finding finding) {
    String subject = finding.subject();
    return "%s %s %s: %s"
        .formatted(
            finding.severity(),
            finding.rule(),
            subject.substring(subject.lastIndexOf("::") + 2),
            finding.message());
  }
}
