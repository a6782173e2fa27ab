package io.cellwall.edge.zone;

import static java.util.Objects.requireNonNull;

import com.pulumi.aws.Provider;
import com.pulumi.aws.dynamodb.ResourcePolicy;
import com.pulumi.aws.dynamodb.ResourcePolicyArgs;
import com.pulumi.aws.dynamodb.Table;
import com.pulumi.aws.dynamodb.TableArgs;
import com.pulumi.aws.dynamodb.inputs.TableAttributeArgs;
import com.pulumi.aws.dynamodb.inputs.TablePointInTimeRecoveryArgs;
import com.pulumi.aws.dynamodb.inputs.TableReplicaArgs;
import com.pulumi.aws.dynamodb.inputs.TableServerSideEncryptionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.key.EncryptionKey;
import java.util.Map;
import java.util.TreeMap;

/**
 * The zone's home-cell table, its replicas, their keys and policies. Table and keys are protected.
 */
public final class HomeCellTable extends ComponentResource {

  private final Map<Region, EncryptionKey> keys = new TreeMap<>();

  HomeCellTable(
      HomeCellTablePlan plan, Map<Region, Provider> providers, ComponentResourceOptions options) {
    super("cellwall:edge:HomeCellTable", plan.name(), options);
    plan.keys()
        .forEach(
            (region, key) ->
                keys.put(
                    region,
                    new EncryptionKey(
                        key,
                        ComponentResourceOptions.builder()
                            .parent(this)
                            .provider(requireNonNull(providers.get(region)))
                            .build())));
    Table table =
        new Table(
            plan.name(),
            TableArgs.builder()
                .name(plan.name())
                .billingMode("PAY_PER_REQUEST")
                .hashKey(HomeCellTablePlan.KEY_ATTRIBUTE)
                .attributes(
                    TableAttributeArgs.builder()
                        .name(HomeCellTablePlan.KEY_ATTRIBUTE)
                        .type("S")
                        .build())
                .streamEnabled(true)
                // What DynamoDB asks of tables that have replicas.
                .streamViewType("NEW_AND_OLD_IMAGES")
                .pointInTimeRecovery(TablePointInTimeRecoveryArgs.builder().enabled(true).build())
                .serverSideEncryption(
                    TableServerSideEncryptionArgs.builder()
                        .enabled(true)
                        .kmsKeyArn(keyArn(plan.writerRegion()))
                        .build())
                .replicas(plan.replicaRegions().stream().map(this::replica).toList())
                .deletionProtectionEnabled(true)
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .provider(requireNonNull(providers.get(plan.writerRegion())))
                .protect(true)
                .build());
    plan.policies()
        .forEach(
            (region, policy) ->
                new ResourcePolicy(
                    plan.name() + "-" + region,
                    ResourcePolicyArgs.builder()
                        .resourceArn(requireNonNull(plan.arns().get(region)).toString())
                        .policy(policy.json())
                        .build(),
                    CustomResourceOptions.builder()
                        .parent(this)
                        .provider(requireNonNull(providers.get(region)))
                        .dependsOn(table)
                        .build()));
    registerOutputs(Map.of());
  }

  private TableReplicaArgs replica(Region region) {
    return TableReplicaArgs.builder()
        .regionName(region.code())
        .kmsKeyArn(keyArn(region))
        .pointInTimeRecovery(true)
        .propagateTags(true)
        .build();
  }

  private Output<String> keyArn(Region region) {
    return requireNonNull(keys.get(region)).arn();
  }
}
