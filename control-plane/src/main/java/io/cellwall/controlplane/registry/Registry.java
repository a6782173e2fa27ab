package io.cellwall.controlplane.registry;

import java.util.List;
import software.amazon.awscdk.services.ecr.CfnRegistryScanningConfiguration;
import software.amazon.awscdk.services.ecr.CfnRepositoryCreationTemplate;
import software.constructs.Construct;

/** Every image is scanned when it is pushed; tenants' tags never move. */
public final class Registry extends Construct {

  /** Makes them. */
  public Registry(Construct scope, String id, RegistryPlan plan) {
    super(scope, id);
    CfnRegistryScanningConfiguration.Builder.create(this, "Scanning")
        .scanType("BASIC")
        .rules(
            List.of(
                CfnRegistryScanningConfiguration.ScanningRuleProperty.builder()
                    .scanFrequency("SCAN_ON_PUSH")
                    .repositoryFilters(
                        List.of(
                            CfnRegistryScanningConfiguration.RepositoryFilterProperty.builder()
                                .filter("*")
                                .filterType("WILDCARD")
                                .build()))
                    .build()))
        .build();
    plan.tenantsPrefix()
        .ifPresent(
            prefix ->
                CfnRepositoryCreationTemplate.Builder.create(this, "Tenants")
                    .prefix(prefix)
                    .description("What tenants run")
                    .appliedFor(List.of("CREATE_ON_PUSH"))
                    .imageTagMutability("IMMUTABLE")
                    .encryptionConfiguration(
                        // A key of ours would need a role that every push works as.
                        CfnRepositoryCreationTemplate.EncryptionConfigurationProperty.builder()
                            .encryptionType("AES256")
                            .build())
                    .build());
  }
}
