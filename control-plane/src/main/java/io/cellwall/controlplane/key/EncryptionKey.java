package io.cellwall.controlplane.key;

import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.CfnAlias;
import software.amazon.awscdk.services.kms.CfnKey;
import software.constructs.Construct;

/** A key and its alias. */
public final class EncryptionKey extends Construct {

  private static final int LONGEST_WAIT = 30;

  private final CfnKey key;

  /** Makes them. */
  public EncryptionKey(Construct scope, String id, KeyPlan plan) {
    super(scope, id);
    key =
        CfnKey.Builder.create(this, "Key")
            .description(plan.description())
            .enableKeyRotation(true)
            .multiRegion(false)
            .pendingWindowInDays(LONGEST_WAIT)
            .keyPolicy(plan.policy().json())
            .build();
    key.applyRemovalPolicy(RemovalPolicy.RETAIN);
    CfnAlias.Builder.create(this, "Alias")
        .aliasName(plan.alias())
        .targetKeyId(key.getAttrArn())
        .build()
        .applyRemovalPolicy(RemovalPolicy.RETAIN);
  }

  /** The key's ARN. */
  public String arn() {
    return key.getAttrArn();
  }
}
