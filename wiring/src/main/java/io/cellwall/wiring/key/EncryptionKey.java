package io.cellwall.wiring.key;

import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.wiring.Tied;
import java.util.Map;

/**
 * A KMS key that never leaves its region, rotated every year, with its alias.
 *
 * <p>The key is protected: whatever it encrypted is lost with it.
 */
public final class EncryptionKey extends ComponentResource {

  /** The longest wait that KMS offers, in days, to call a deletion off. */
  private static final int DELETION_WINDOW = 30;

  private final Key key;

  public EncryptionKey(KeyPlan plan, ComponentResourceOptions options) {
    super("cellwall:wiring:EncryptionKey", plan.name(), options);
    key =
        new Key(
            plan.name(),
            KeyArgs.builder()
                .description(plan.description())
                .policy(plan.policy().json())
                .enableKeyRotation(true)
                .multiRegion(false)
                .deletionWindowInDays(DELETION_WINDOW)
                .tags(Map.of("Name", plan.name()))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).build());
    new Alias(
        plan.name(),
        AliasArgs.builder().name(plan.alias()).targetKeyId(key.id()).build(),
        CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  /** The key's ARN, tied to the key. */
  public Output<String> arn() {
    return Tied.to(key, key.arn());
  }
}
