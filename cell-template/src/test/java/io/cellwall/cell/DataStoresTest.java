package io.cellwall.cell;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.Rehearsal.Declared;
import io.cellwall.cell.data.DatabaseCapacity;
import io.cellwall.cell.data.DatabasePlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.CellSize;
import io.cellwall.regions.model.NatGateways;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DataStoresTest {

  private static final String NAME = "eu-west-1-cell-03";

  private static Cell cell(CellSize size, int zones) {
    Cell cell =
        SampleFleet.cell(
            NAME, "333333333333", "10.3.0.0/16", NatGateways.NONE, SampleFleet.zones(zones));
    return SampleFleet.with(cell, size, cell.compute());
  }

  private static List<Declared> declared(String type) {
    List<Declared> found =
        Rehearsal.of(SampleFleet.plan(cell(CellSize.SMALL, 3))).stream()
            .filter(resource -> resource.type().equals(type))
            .toList();
    assertThat(found).isNotEmpty();
    return found;
  }

  private static Declared only(String type) {
    return declared(type).get(0);
  }

  @ParameterizedTest
  @EnumSource
  void should_have_an_instance_of_the_class_of_its_size_in_every_zone(CellSize size) {
    DatabasePlan database = SampleFleet.plan(cell(size, 3)).data().database();
    assertThat(database.instances())
        .extracting(DatabasePlan.Instance::identifier)
        .containsExactly(NAME + "-database-az1", NAME + "-database-az2", NAME + "-database-az3");
    assertThat(database.capacity()).isEqualTo(DatabaseCapacity.of(size));
  }

  @Test
  void should_scale_small_databases_only() {
    assertThat(DatabaseCapacity.of(CellSize.SMALL).instanceClass()).isEqualTo("db.serverless");
    assertThat(DatabaseCapacity.of(CellSize.SMALL).scaling()).isPresent();
    assertThat(DatabaseCapacity.of(CellSize.MEDIUM).scaling()).isEmpty();
    assertThat(DatabaseCapacity.of(CellSize.LARGE).scaling()).isEmpty();
  }

  @Test
  void should_encrypt_the_database_and_hand_its_password_to_nobody() {
    Declared cluster = only("aws:rds/cluster:Cluster");
    assertThat(cluster.input("storageEncrypted")).isEqualTo("true");
    assertThat(cluster.input("kmsKeyId")).isEqualTo(NAME + "-data (arn)");
    assertThat(cluster.input("manageMasterUserPassword")).isEqualTo("true");
    assertThat(cluster.input("masterUserSecretKmsKeyId")).isEqualTo(NAME + "-secrets (arn)");
    assertThat(cluster.inputs()).doesNotContainKey("masterPassword");
    assertThat(cluster.input("iamDatabaseAuthenticationEnabled")).isEqualTo("true");
  }

  @Test
  void should_keep_what_the_database_held() {
    Declared cluster = only("aws:rds/cluster:Cluster");
    assertThat(cluster.input("backupRetentionPeriod")).isEqualTo("35.0");
    assertThat(cluster.input("deletionProtection")).isEqualTo("true");
    assertThat(cluster.input("skipFinalSnapshot")).isEqualTo("false");
    assertThat(cluster.input("finalSnapshotIdentifier")).isEqualTo(NAME + "-database-final");
    assertThat(cluster.input("deleteAutomatedBackups")).isEqualTo("false");
    assertThat(cluster.input("copyTagsToSnapshot")).isEqualTo("true");
  }

  @Test
  void should_speak_tls_only() {
    assertThat(only("aws:rds/clusterParameterGroup:ClusterParameterGroup").input("parameters"))
        .contains("name=rds.force_ssl")
        .contains("value=1");
    Declared cache = only("aws:elasticache/replicationGroup:ReplicationGroup");
    assertThat(cache.input("transitEncryptionEnabled")).isEqualTo("true");
    assertThat(cache.input("transitEncryptionMode")).isEqualTo("required");
    assertThat(declared("aws:sqs/queue:Queue"))
        .hasSize(2)
        .allSatisfy(queue -> assertThat(queue.input("policy")).contains("aws:SecureTransport"));
  }

  @Test
  void should_show_the_cache_to_users_of_tiers_without_passwords() {
    assertThat(declared("aws:elasticache/user:User"))
        .extracting(user -> user.input("userName") + " " + user.input("accessString"))
        .containsExactlyInAnyOrder(
            NAME + "-internal on ~internal:* &internal:* +@all -@admin -@dangerous",
            NAME + "-premium on ~premium:* &premium:* +@all -@admin -@dangerous",
            NAME + "-standard on ~standard:* &standard:* +@all -@admin -@dangerous");
    assertThat(declared("aws:elasticache/user:User"))
        .allSatisfy(
            user -> {
              assertThat(user.input("authenticationMode")).isEqualTo("{type=iam}");
              assertThat(user.input("userId")).isEqualTo(user.input("userName"));
            });
    assertThat(only("aws:elasticache/replicationGroup:ReplicationGroup").input("userGroupIds"))
        .isEqualTo("[" + NAME + "-cache-users]");
  }

  @Test
  void should_take_dead_letters_from_its_own_queue_only() {
    List<Declared> queues = declared("aws:sqs/queue:Queue");
    assertThat(queues.get(1).input("redriveAllowPolicy"))
        .isEqualTo(
            "{\"redrivePermission\":\"byQueue\",\"sourceQueueArns\":"
                + "[\"arn:aws:sqs:eu-west-1:333333333333:eu-west-1-cell-03-jobs\"]}");
    assertThat(queues.get(0).input("redrivePolicy"))
        .isEqualTo(
            "{\"deadLetterTargetArn\":"
                + "\"arn:aws:sqs:eu-west-1:333333333333:eu-west-1-cell-03-jobs-dead\","
                + "\"maxReceiveCount\":5}");
  }

  @Test
  void should_put_data_into_subnets_without_a_way_out() {
    for (String type :
        List.of("aws:rds/subnetGroup:SubnetGroup", "aws:elasticache/subnetGroup:SubnetGroup")) {
      assertThat(only(type).input("subnetIds"))
          .isEqualTo(
              "[%1$s-data-az1 (id), %1$s-data-az2 (id), %1$s-data-az3 (id)]".formatted(NAME));
    }
  }

  @Test
  void should_make_log_groups_for_all_that_is_exported() {
    List<String> groups =
        declared("aws:cloudwatch/logGroup:LogGroup").stream()
            .map(group -> group.input("name"))
            .toList();
    DatabasePlan database = SampleFleet.plan(cell(CellSize.SMALL, 3)).data().database();
    assertThat(groups)
        .containsAll(
            database.logExports().stream()
                .map(export -> "/aws/rds/cluster/" + database.name() + "/" + export)
                .toList())
        .contains("/cellwall/" + NAME + "/cache-engine", "/cellwall/" + NAME + "/cache-slow");
  }

  @Test
  void should_maintain_neighbouring_cells_on_different_days() {
    List<String> days =
        IntStream.rangeClosed(1, 7)
            .mapToObj("eu-west-1-cell-%02d"::formatted)
            .map(
                name ->
                    SampleFleet.cell(name, "333333333333", "10.3.0.0/16", NatGateways.NONE, 1, 2))
            .map(cell -> SampleFleet.plan(cell).data().database().upkeep().maintenance())
            .toList();
    assertThat(days).doesNotHaveDuplicates().first().isEqualTo("mon:03:30-mon:04:30");
  }
}
