package io.cellwall.cell.registry;

import com.pulumi.aws.ecr.Repository;
import com.pulumi.aws.ecr.RepositoryArgs;
import com.pulumi.aws.ecr.inputs.RepositoryEncryptionConfigurationArgs;
import com.pulumi.aws.ecr.inputs.RepositoryImageScanningConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import java.util.Map;

/**
 * The repositories of the platform. A tag, once pushed, stays what it is. They hold copies, and so
 * go with the cell, full or not.
 */
public final class Registry extends ComponentResource {

  /**
   * Makes the repositories.
   *
   * @param name the component's name
   * @param keyArn the key that encrypts them
   */
  public Registry(
      String name, RegistryPlan plan, Output<String> keyArn, ComponentResourceOptions options) {
    super("cellwall:cell:Registry", name, options);
    for (RegistryPlan.Repository repository : plan.repositories()) {
      new Repository(
          repository.resource(),
          RepositoryArgs.builder()
              .name(repository.name())
              .imageTagMutability("IMMUTABLE")
              .forceDelete(true)
              .encryptionConfigurations(
                  RepositoryEncryptionConfigurationArgs.builder()
                      .encryptionType("KMS")
                      .kmsKey(keyArn)
                      .build())
              .imageScanningConfiguration(
                  RepositoryImageScanningConfigurationArgs.builder().scanOnPush(true).build())
              .tags(Map.of("Name", repository.resource()))
              .build(),
          CustomResourceOptions.builder().parent(this).build());
    }
    registerOutputs(Map.of());
  }
}
