package io.cellwall.edge.zone;

import static java.util.Objects.requireNonNull;

import com.pulumi.aws.Provider;
import com.pulumi.aws.kms.Alias;
import com.pulumi.aws.kms.AliasArgs;
import com.pulumi.aws.kms.Key;
import com.pulumi.aws.kms.KeyArgs;
import com.pulumi.aws.kms.KmsFunctions;
import com.pulumi.aws.kms.inputs.GetPublicKeyArgs;
import com.pulumi.aws.s3.BucketObjectv2;
import com.pulumi.aws.s3.BucketObjectv2Args;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Tied;
import io.cellwall.wiring.bucket.PrivateBucket;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The zone's signing keys and the sets of their public halves.
 *
 * <p>A public half is asked of KMS, about a key that this stack makes: no resource has it as an
 * output. The keys are not protected: a key that has signed its last token may go.
 */
final class SigningKeys extends ComponentResource {

  private static final int WAIT_DAYS = 30;

  SigningKeys(
      String name,
      SigningKeysPlan plan,
      Provider writer,
      Map<Region, Provider> providers,
      ComponentResourceOptions options) {
    super("cellwall:edge:SigningKeys", name, options);
    Map<String, Key> keys = new LinkedHashMap<>();
    plan.keys().forEach(each -> keys.put(each.name(), key(each, plan)));
    alias(plan.currentAlias(), keys);
    alias(plan.nextAlias(), keys);
    InvokeOptions asked = InvokeOptions.builder().parent(this).provider(writer).build();
    List<Output<String>> halves =
        keys.values().stream()
            .map(
                key ->
                    Tied.to(
                        key,
                        KmsFunctions.getPublicKey(
                                GetPublicKeyArgs.builder().keyId(key.id()).build(), asked)
                            .applyValue(answer -> answer.publicKey())))
            .toList();
    List<String> ids = List.copyOf(keys.keySet());
    Output<String> keySet = Output.all(halves).applyValue(known -> JsonWebKeySet.of(ids, known));
    plan.keySets()
        .forEach(
            (region, bucket) -> {
              Provider there = requireNonNull(providers.get(region));
              PrivateBucket made =
                  new PrivateBucket(
                      bucket,
                      Optional.empty(),
                      ComponentResourceOptions.builder().parent(this).provider(there).build());
              new BucketObjectv2(
                  bucket.name(),
                  BucketObjectv2Args.builder()
                      .bucket(made.id())
                      .key(SigningKeysPlan.OBJECT)
                      .contentType("application/jwk-set+json")
                      .content(keySet)
                      .build(),
                  CustomResourceOptions.builder().parent(made).provider(there).build());
            });
    registerOutputs(Map.of());
  }

  private Key key(SigningKeysPlan.SigningKey each, SigningKeysPlan plan) {
    return new Key(
        each.name(),
        KeyArgs.builder()
            .description(each.description())
            .customerMasterKeySpec("RSA_2048")
            .keyUsage("SIGN_VERIFY")
            .multiRegion(false)
            .deletionWindowInDays(WAIT_DAYS)
            .policy(plan.policy().json())
            .tags(Map.of("Name", each.name()))
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }

  private void alias(SigningKeysPlan.Alias alias, Map<String, Key> keys) {
    new Alias(
        alias.name().substring("alias/".length()),
        AliasArgs.builder()
            .name(alias.name())
            .targetKeyId(requireNonNull(keys.get(alias.key())).id())
            .build(),
        CustomResourceOptions.builder().parent(this).build());
  }
}
