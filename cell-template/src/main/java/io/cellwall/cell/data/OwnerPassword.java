package io.cellwall.cell.data;

import com.pulumi.aws.secretsmanager.Secret;
import com.pulumi.aws.secretsmanager.SecretArgs;
import com.pulumi.aws.secretsmanager.SecretVersion;
import com.pulumi.aws.secretsmanager.SecretVersionArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import io.cellwall.wiring.Tied;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The password of a database's owner, where AWS makes none, kept where AWS would keep it and in the
 * same form. Made once: what later runs would make is ignored.
 */
final class OwnerPassword extends ComponentResource {

  private static final int BYTES = 36;
  private static final int WAIT_DAYS = 30;

  private static final JsonMapper JSON = new JsonMapper();
  private static final SecureRandom RANDOM = new SecureRandom();

  private record Owner(String username, String password) {}

  private final Output<String> text;

  OwnerPassword(String name, String user, Output<String> keyArn, ComponentResourceOptions options) {
    super("cellwall:cell:OwnerPassword", name, options);
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
    SecretVersion version =
        new SecretVersion(
            name,
            SecretVersionArgs.builder()
                .secretId(secret.id())
                // Tied to what a preview does not know, so that a saved plan holds no password.
                .secretString(secret.id().applyValue(id -> make(user)).asSecret())
                .build(),
            CustomResourceOptions.builder()
                .parent(this)
                .ignoreChanges(List.of("secretString"))
                .build());
    text =
        Tied.to(version, version.secretString())
            .applyValue(json -> JSON.readValue(json.orElseThrow(), Owner.class).password())
            .asSecret();
    registerOutputs(Map.of());
  }

  /** The password: what was kept first, whatever this run would make. */
  Output<String> text() {
    return text;
  }

  private static String make(String user) {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    // RDS takes neither / nor @ nor quotes nor spaces.
    String password = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    return JSON.writeValueAsString(new Owner(user, password));
  }
}
