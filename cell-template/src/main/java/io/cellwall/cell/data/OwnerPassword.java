package io.cellwall.cell.data;

import com.google.common.hash.Hashing;
import com.pulumi.aws.kms.Ciphertext;
import com.pulumi.aws.kms.CiphertextArgs;
import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.cell.keys.KeyPurpose;
import io.cellwall.wiring.Tied;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The password of a database's owner, where AWS makes none, kept where AWS would keep it and in the
 * same form.
 *
 * <p>It is the hash of a ciphertext. KMS encrypts nothing alike twice, and the state keeps what it
 * once answered, so the password is random, stays the same at every run and is unknown in a preview
 * and its saved plan.
 */
final class OwnerPassword extends ComponentResource {

  private static final int WAIT_DAYS = 30;

  private static final JsonMapper JSON = new JsonMapper();

  private final Output<String> text;

  /**
   * Makes the password.
   *
   * @param name the secret's name
   * @param user whose password it is
   * @param cell the cell, which the key's policy asks for
   * @param keyArn the key for secrets
   */
  OwnerPassword(
      String name,
      String user,
      String cell,
      Output<String> keyArn,
      ComponentResourceOptions options) {
    super("cellwall:cell:OwnerPassword", name, options);
    Ciphertext random =
        new Ciphertext(
            name,
            CiphertextArgs.builder()
                .keyId(keyArn)
                .plaintext(name)
                .context(Map.of(KeyPurpose.CONTEXT, cell))
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .additionalSecretOutputs("ciphertextBlob")
                .build());
    text = Tied.to(random, random.ciphertextBlob()).applyValue(OwnerPassword::hash).asSecret();
    Secret secret =
        new Secret(
            name,
            SecretArgs.builder()
                .name(name)
                .description("Owner of the database")
                .kmsKeyId(keyArn)
                .recoveryWindowInDays(WAIT_DAYS)
                .tags(Map.of("Name", name))
                .build(),
            CustomResourceOptions.builder().parent(this).protect(true).build());
    new SecretVersion(
        name,
        SecretVersionArgs.builder()
            .secretId(secret.id())
            .secretString(text.applyValue(password -> document(user, password)).asSecret())
            .build(),
        CustomResourceOptions.builder().parent(this).build());
    registerOutputs(Map.of());
  }

  /** The password. */
  Output<String> text() {
    return text;
  }

  // RDS takes neither / nor @ nor quotes nor spaces.
  private static String hash(String ciphertext) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Hashing.sha256().hashString(ciphertext, StandardCharsets.UTF_8).asBytes());
  }

  private static String document(String user, String password) {
    return JSON.writeValueAsString(new TreeMap<>(Map.of("password", password, "username", user)));
  }
}
