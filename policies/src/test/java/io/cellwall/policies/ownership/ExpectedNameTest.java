package io.cellwall.policies.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.policies.graph.Node;
import io.cellwall.policies.graph.ResourceGraph;
import io.cellwall.policies.graph.Value;
import io.cellwall.policies.judge.TestFleet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpectedNameTest {

  private static final String CELL = "eu-west-1-cell-01";

  private final OwnerIndex index = new OwnerIndex(TestFleet.inventory());
  private final Home home = index.home(CELL).orElseThrow();
  private final ResourceGraph graph =
      new ResourceGraph(
          CELL, List.of(node("aws:s3/bucketV2:BucketV2", Optional.of("acme-own"), Map.of())));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "aws:s3/bucketLoggingV2:BucketLoggingV2 | targetBucket | acme-own |"
            + " BUCKET acme-own of this stack",
        "aws:s3/bucketLoggingV2:BucketLoggingV2 | targetBucket | acme-logs |"
            + " BUCKET acme-logs of a resource that this stack does not declare",
        "aws:glue/job:Job | command.scriptLocation | s3://acme-logs/a/b.py |"
            + " BUCKET acme-logs of a resource that this stack does not declare",
        "aws:cloudformation/stack:Stack | templateUrl | https://acme-t.s3.eu-west-1.amazonaws.com/t |"
            + " REGION eu-west-1 of this stack",
        "aws:dms/endpoint:Endpoint | serverName | db.example.net |"
            + " HOST db.example.net of a host that the inventory does not know",
        "aws:dms/endpoint:Endpoint | serverName | db.internal | ''",
        "aws:dms/endpoint:Endpoint | serverName | db | ''",
        "aws:ec2/amiCopy:AmiCopy | sourceAmiRegion | EU | REGION EU of no region that AWS has",
        "aws:ec2/amiCopy:AmiCopy | sourceAmiRegion | eu-west-1 | REGION eu-west-1 of this stack",
        "aws:ram/principalAssociation:PrincipalAssociation | principal | o-0abc12def3 |"
            + " PRINCIPAL o-0abc12def3 of more accounts than this stack's",
        "aws:ec2/amiLaunchPermission:AmiLaunchPermission | group | all | PRINCIPAL all of everyone",
        // The account is the cell's alone, so that a plain name cannot leave it.
        "aws:ecs/service:Service | cluster | others | ''",
        // Words, tags and passwords mean nothing of what they look like.
        "aws:ec2/vpc:Vpc | tags.owner | us-east-1-cell-01 | ''",
        "aws:rds/cluster:Cluster | masterPassword | arn:aws:s3:::x | ''",
        "aws:cloudwatch/metricAlarm:MetricAlarm | alarmDescription | see us-east-1 | ''",
        // Twelve digits are an account where the census expects one.
        "aws:ec2/vpcPeeringConnection:VpcPeeringConnection | peerOwnerId | 202611230000 |"
            + " ACCOUNT 202611230000 of an account that the inventory does not know",
        "aws:rds/instance:Instance | finalSnapshotIdentifier | a-202611230000 | ''"
      })
  void should_read_a_value_by_what_its_property_carries(
      String type, String property, String text, String expected) {
    // GIVEN
    Value value = new Value.Text(text);
    String[] names = property.split("\\.", -1);
    for (int i = names.length - 1; i > 0; i--) {
      value = Value.Fields.of(Map.of(names[i], value));
    }
    // WHEN
    References read =
        References.of(node(type, Optional.empty(), Map.of(names[0], value)), graph, home, index);
    // THEN
    assertThat(
            read.found().stream()
                .map(
                    found ->
                        found.kind() + " " + found.token() + " of " + found.owner().description()))
        .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
  }

  @Test
  void should_leave_out_what_is_unknown_where_nothing_could_be_named() {
    // GIVEN
    Value unknown = new Value.Unknown();
    // WHEN
    References read =
        References.of(
            node(
                "aws:rds/cluster:Cluster",
                Optional.empty(),
                Map.of("engineVersion", unknown, "port", unknown, "kmsKeyId", unknown)),
            graph,
            home,
            index);
    // THEN
    assertThat(read.unknown()).containsExactly("kmsKeyId");
  }

  private static Node node(String type, Optional<String> id, Map<String, Value> inputs) {
    return new Node(
        "urn:pulumi:" + CELL + "::cellwall::" + type + "::x",
        Node.Kind.RESOURCE,
        type,
        "x",
        id,
        Value.Fields.of(inputs),
        Value.Fields.none(),
        Optional.empty(),
        Optional.empty(),
        new TreeSet<>(),
        new TreeMap<>(),
        Node.Options.none());
  }
}
