package io.cellwall.policies.cloudformation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.UnreadableGraphException;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.Judge;
import io.cellwall.policies.judge.TestFleet;
import io.cellwall.policies.ownership.OwnerIndex;
import io.cellwall.regions.finding.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

  private static final Path TEMPLATES =
      Path.of(System.getProperty("cellwall.root", ".."), "policies/src/test/resources/templates");
  private static final String CELL = "eu-west-1-cell-01";

  private final OwnerIndex index = new OwnerIndex(TestFleet.inventory());
  private final Judge judge = Judge.of(TestFleet.inventory());

  @TempDir Path folder;

  @Test
  void should_find_nothing_in_a_template_that_keeps_to_itself() {
    ResourceGraph graph = graph(TEMPLATES.resolve("clean.yaml"));

    assertThat(graph.of(Node.Kind.RESOURCE)).hasSize(6);
    assertThat(judge.judge(graph)).isEmpty();
  }

  @Test
  void should_find_what_crosses_a_wall() {
    List<Finding> findings = judge.judge(graph(TEMPLATES.resolve("crossing.yaml")));

    assertThat(findings)
        .extracting(TemplatesTest::shown)
        .containsExactly(
            "VIOLATION ReadOfOtherStack shared-vpc: it reads the existing AWS::CloudFormation::Export \"shared-vpc\"; a stack must use only what it declares and the inventory",
            "UNDECIDED OpaqueComponent Nested: what the component AWS::CloudFormation::Stack makes is not in the graph; each resource must be",
            "VIOLATION ForeignReference Attachment: transitGatewayId holds the id tgw-0a1b2c3d4e5f60718, a resource that this stack does not declare; it must name only what eu-west-1-cell-01 itself declares",
            "UNDECIDED UnknownValue Attachment: subnetIds[0] is not known yet, and it derives from urn:cloudformation:eu-west-1-cell-01::crossing::unresolved::Lookup.SubnetId, which this stack does not make; the proof by dependency is missing, and so is the value at deployment",
            "UNDECIDED UnknownValue Attachment: vpcId is not known yet, and it derives from urn:cloudformation:eu-west-1-cell-01::crossing::unresolved::Parameters.Looked, which this stack does not make; the proof by dependency is missing, and so is the value at deployment",
            "VIOLATION ForeignAccount Peering: peerOwnerId holds the account 111111111102, which belongs to cell eu-west-1-cell-02 of zone eu; it must be 111111111101, the account of this stack",
            "VIOLATION RegionOutsideZone Peering: peerRegion holds the region us-east-1, which belongs to zone us; it must lie in zone eu: [eu-central-1, eu-west-1]",
            "UNDECIDED UnknownValue Peering: peerVpcId is not known yet, and it derives from urn:cloudformation:eu-west-1-cell-01::crossing::unresolved::Parameters.Peer, which this stack does not make; the proof by dependency is missing, and so is the value at deployment",
            "UNDECIDED UnknownValue Peering: vpcId is not known yet, and it derives from urn:cloudformation:eu-west-1-cell-01::crossing::AWS::CloudFormation::Export::shared-vpc, which this stack does not make; the proof by dependency is missing, and so is the value at deployment",
            "VIOLATION ForeignReference Role: policy[0].Statement[0].Resource[0] holds the ARN arn:aws:iam::111111111102:role/unresolved, which belongs to cell eu-west-1-cell-02 of zone eu; it must name only what eu-west-1-cell-01 itself declares",
            "UNDECIDED UnknownValue Role: policy[1] is not known yet, and it derives from urn:cloudformation:eu-west-1-cell-01::crossing::unresolved::Parameters.Peer, which this stack does not make; the proof by dependency is missing, and so is the value at deployment",
            "VIOLATION OpenPrincipal TopicPolicy: policy.Statement[0].Principal is everybody, without a condition that pins it; it must be of account 111111111101",
            "VIOLATION ForeignReference Canary: artifactS3Location holds the name eu-west-1-cell-02, which belongs to cell eu-west-1-cell-02 of zone eu; it must name only what eu-west-1-cell-01 itself declares",
            "VIOLATION ForeignReference Lookup: serviceToken holds the ARN arn:aws:lambda:eu-west-1:111111111102:function:lookup, which belongs to cell eu-west-1-cell-02 of zone eu; it must name only what eu-west-1-cell-01 itself declares");
  }

  @Test
  void should_judge_the_stacks_of_a_cloud_assembly_where_they_go() {
    List<String> shown = new ArrayList<>();
    boolean crossesZone = false;
    for (Template template : Templates.read(TEMPLATES.resolve("cdk.out"))) {
      ResourceGraph graph = template.graph(template.stack(), index.home(template.stack()));
      for (Finding finding : judge.judge(graph)) {
        shown.add(graph.stack() + " " + shown(finding));
        crossesZone |= finding.rule().equals("NotGlobalByDesign") && finding.crossesZone();
      }
    }

    assertThat(shown)
        .containsExactly(
            "eu-west-1-cell-02 VIOLATION NotGlobalByDesign Key: it is a key in us-east-1, outside"
                + " the zone, that could encrypt; it must have customerMasterKeySpec ECC_NIST_P256"
                + " and keyUsage SIGN_VERIFY",
            "eu-west-1-cell-02 VIOLATION ProviderOutsideHome deployment: allowedAccountIds is"
                + " [111111111101]; it must be [111111111102]",
            "eu-west-1-cell-02 VIOLATION ProviderOutsideHome deployment: region is us-east-1; it"
                + " must be eu-west-1",
            "eu-central-1-cell-01 UNDECIDED UnknownValue Key: policy[1] is not known yet, and it derives from urn:cloudformation:eu-central-1-cell-01::eu-central-1-cell-01::unresolved::AWS::AccountId, which this stack does not make; the proof by dependency is missing, and so is the value at deployment",
            "eu-central-1-cell-01 UNDECIDED ProviderOutsideHome deployment: allowedAccountIds is not known yet; it must be [111111111104]",
            "eu-central-1-cell-01 UNDECIDED ProviderOutsideHome deployment: region is not known yet; it must be eu-central-1");
    assertThat(crossesZone).isTrue();
  }

  @Test
  void should_keep_what_is_known_of_a_text_beside_what_is_not() {
    // GIVEN a foreign account beside the name of a resource that the template declares
    ResourceGraph graph =
        parse(
            """
            {"Resources": {
              "R": {"Type": "AWS::Lambda::Permission", "Properties": {
                "SourceArn": {"Fn::Join": [":", ["arn:aws:s3", "", "111111111102", {"Fn::GetAtt": ["Q", "Odd"]}]]}}},
              "Q": {"Type": "AWS::Odd::Thing"}}}
            """);

    // THEN
    assertThat(graph.nodes().stream().filter(n -> n.name().equals("R")).findFirst().orElseThrow())
        .extracting(node -> node.inputs().values().get("sourceArn"))
        .isEqualTo(
            new Value.Items(
                List.of(
                    new Value.Text("arn:aws:s3::111111111102:unresolved"), new Value.Unknown())));
  }

  @Test
  void should_not_pass_what_a_macro_adds_nor_lose_one_of_two_names_that_become_one() {
    // GIVEN a macro beside a property, and two spellings of one property
    ResourceGraph graph =
        parse(
            """
            {"Resources": {
              "A": {"Type": "AWS::X::Y", "Properties": {"P": {"Fn::Transform": {"Name": "M"}, "Q": 1}}},
              "B": {"Type": "AWS::X::Y", "Properties": {"ARN": "arn:aws:sqs:eu-west-1:111111111102:q",
                                                        "arn": "x"}}}}
            """);

    // THEN both block
    assertThat(judge.judge(graph))
        .extracting(finding -> finding.rule() + " " + finding.path().get(1))
        .containsExactlyInAnyOrder("ForeignReference arn", "UnknownValue p[\"fn::Transform\"]");
  }

  @Test
  void should_end_on_cycles_and_on_texts_that_grow_without_end() {
    // GIVEN resources that name each other in a circle, and a text that doubles a hundred times
    StringBuilder text = new StringBuilder("{\"Resources\": {");
    for (int i = 0; i < 500; i++) {
      text.append(
          "\"R%d\": {\"Type\": \"AWS::X::Y\", \"Properties\": {\"A\": {\"Ref\": \"R%d\"}}},"
              .formatted(i, (i + 1) % 500));
    }
    String grown = "{\"Ref\": \"R0\"}";
    for (int i = 0; i < 25; i++) {
      grown = "{\"Fn::Sub\": [\"${V}${V}${V}${V}\", {\"V\": " + grown + "}]}";
    }
    text.append("\"Z\": {\"Type\": \"AWS::X::Y\", \"Properties\": {\"A\": ")
        .append(grown)
        .append("}}}}");

    // WHEN / THEN
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> judge.judge(parse(text.toString())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {                                           | t.json: is not a JSON document
          - a                                         | t.json: is no object of keys, as a template is
          a: *b                                       | t.json:1: uses an alias
          {"Outputs": {}}                             | t.json: has no "Resources", as a template has
          {"Resources": []}                           | t.json: has "Resources" that is no object
          {"Resources": {"A": {"Properties": {}}}}    | t.json: Resources.A has no "Type"
          a: [                                        | t.json: is neither JSON nor YAML
          """)
  void should_say_what_is_wrong_with_a_file(String text, String message) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(UnreadableGraphException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void should_refuse_what_is_nested_too_deep() {
    assertThatThrownBy(() -> parse("a: " + "[".repeat(5_000)))
        .isInstanceOf(UnreadableGraphException.class)
        .hasMessage("t.json:1: is nested more than 100 levels deep");
    assertThatThrownBy(() -> parse("{\"a\": " + "[".repeat(5_000)))
        .isInstanceOf(UnreadableGraphException.class);
  }

  @Test
  void should_refuse_a_key_that_is_there_twice() {
    assertThatThrownBy(() -> parse("a: 1\nb: 2\na: 3"))
        .isInstanceOf(UnreadableGraphException.class)
        .hasMessage("t.json:3: has the key \"a\" twice");
    assertThatThrownBy(() -> parse("{\"a\": 1, \"a\": 2}"))
        .isInstanceOf(UnreadableGraphException.class);
  }

  @Test
  void should_not_leave_the_folder_of_an_assembly() throws IOException {
    Files.writeString(
        folder.resolve("manifest.json"),
        """
        {"artifacts": {"a": {"type": "aws:cloudformation:stack",
          "properties": {"templateFile": "../../etc/passwd"}}}}
        """);

    assertThatThrownBy(() -> Templates.read(folder))
        .hasMessage(
            folder
                + "/manifest.json: templateFile \"../../etc/passwd\" must name something inside the"
                + " folder");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AWS::ApiGateway::RestApi    | {"Name": "x"}                          | EdgeOptimizedApi
          AWS::CloudFront::Distribution | {"DistributionConfig": {}}           | EdgeLocations
          AWS::CloudTrail::Trail      | {"IsMultiRegionTrail": true}           | CollectedEverywhere
          AWS::EKS::Nodegroup         | {"RemoteAccess": {"Ec2SshKey": "ops"}} | NodesOpenToShell
          AWS::ElasticLoadBalancingV2::LoadBalancer | {"Scheme": "internet-facing"} | PublicEntrance
          AWS::Lambda::Url            | {"AuthType": "NONE"}                   | OpenFunctionUrl
          AWS::OpenSearchService::Domain | {"DomainName": "x"}                 | DomainWithoutVpc
          AWS::RDS::GlobalCluster     | {"GlobalClusterIdentifier": "x"}       | GlobalDatabase
          AWS::RDS::DBInstance | {"MasterUserPassword": "{{resolve:secretsmanager:arn:aws:secretsmanager:eu-west-1:111111111102:secret:x}}"} | ForeignReference
          AWS::Redshift::Cluster      | {"ClusterType": "single-node"}         | PublicEndpoint
          AWS::S3::Bucket             | {"AccessControl": "PublicRead"}        | OpenAccessList
          AWS::S3::Bucket | {"AccelerateConfiguration": {"AccelerationStatus": "Enabled"}} | TransferAcceleration
          AWS::S3::Bucket | {"PublicAccessBlockConfiguration": {"BlockPublicPolicy": false}} | PublicAccessUnblocked
          AWS::SNS::Topic | {"Subscription": [{"Protocol": "email", "Endpoint": "a@partner.com"}]} | OutsideSubscription
          """)
  void should_judge_by_the_rules_of_a_type_what_a_template_calls_otherwise(
      String type, String properties, String rule) {
    ResourceGraph graph =
        parse(
            """
            {"Resources": {"It": {"Type": "%s", "Properties": %s}}}
            """
                .formatted(type, properties));

    assertThat(judge.judge(graph)).extracting(Finding::rule).contains(rule);
  }

  @Test
  void should_let_pass_a_load_balancer_whose_scheme_is_internal() {
    ResourceGraph graph =
        parse(
            """
            {"Resources": {"It": {"Type": "AWS::ElasticLoadBalancingV2::LoadBalancer",
              "Properties": {"Scheme": "internal"}}}}
            """);

    assertThat(judge.judge(graph)).extracting(Finding::rule).doesNotContain("PublicEntrance");
  }

  private ResourceGraph graph(Path file) {
    return Templates.read(file).get(0).graph(CELL, index.home(CELL));
  }

  private ResourceGraph parse(String text) {
    Template template =
        new Template(
            "t.json",
            "t",
            false,
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            TemplateFile.parse("t.json", text));
    return template.graph(CELL, index.home(CELL));
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
