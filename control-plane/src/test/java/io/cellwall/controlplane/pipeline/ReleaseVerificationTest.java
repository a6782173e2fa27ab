package io.cellwall.controlplane.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.controlplane.ExampleStacks;
import io.cellwall.controlplane.place.Place;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.ReleaseKey;
import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StateBackend;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The build's own script, run by bash up to where it would deploy. */
@Tag("node")
class ReleaseVerificationTest {

  private static final Inventory INVENTORY = ExampleStacks.inventory();
  private static final StackHome HOME =
      StackHome.of(INVENTORY, StackName.parse("eu-west-1-cell-03"));

  @TempDir private Path folder;
  private KeyPair keys;
  private Path release;
  private Path inventory;

  @BeforeEach
  void signedArchives() throws IOException, GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    keys = generator.generateKeyPair();
    release = Files.createDirectories(folder.resolve("release"));
    Files.writeString(release.resolve("RELEASE"), "2026.11.0\n");
    sign(release, "RELEASE");
    inventory = Files.createDirectories(folder.resolve("inventories/inventory")).getParent();
    Files.writeString(inventory.resolve("inventory/fleet.yaml"), "organization: acme\n");
    sign(inventory, "inventory/fleet.yaml");
  }

  @Test
  void should_accept_what_is_signed_and_put_the_inventory_in_its_place() throws Exception {
    Run run = run(key());

    assertThat(run.output()).contains("verifying the release", "verifying the inventory");
    assertThat(run.exitCode()).isZero();
    assertThat(release.resolve("regions/inventory/fleet.yaml")).hasContent("organization: acme");
  }

  @Test
  void should_refuse_a_file_that_was_changed() throws Exception {
    Files.writeString(inventory.resolve("inventory/fleet.yaml"), "organization: evil\n");

    Run run = run(key());

    assertThat(run.output()).contains("./inventory/fleet.yaml: FAILED");
    assertThat(run.exitCode()).isNotZero();
  }

  @Test
  void should_refuse_a_file_that_was_added() throws Exception {
    Files.writeString(release.resolve("more"), "");

    Run run = run(key());

    assertThat(run.output()).contains("> ./more");
    assertThat(run.exitCode()).isNotZero();
  }

  @Test
  void should_refuse_a_list_that_somebody_else_signed() throws Exception {
    Run run = run(INVENTORY.fleet().deploy().releaseKey());

    assertThat(run.output()).contains("Verification failure");
    assertThat(run.exitCode()).isNotZero();
  }

  @Test
  void should_refuse_another_release_though_it_is_signed() throws Exception {
    Files.writeString(release.resolve("RELEASE"), "2026.10.0\n");
    sign(release, "RELEASE");

    Run run = run(key());

    assertThat(run.output()).contains("this is not release 2026.11.0");
    assertThat(run.exitCode()).isNotZero();
  }

  @Test
  void should_refuse_everything_while_there_is_no_key() throws Exception {
    Run run = run(Optional.empty());

    assertThat(run.output())
        .contains(
            "the inventory names no deploy.releaseKey, so nothing tells whether this release is ours");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  private Optional<ReleaseKey> key() {
    return Optional.of(
        ReleaseKey.parse(Base64.getEncoder().encodeToString(keys.getPublic().getEncoded())));
  }

  private void sign(Path archive, String file) throws IOException, GeneralSecurityException {
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(archive.resolve(file)));
    byte[] list =
        (HexFormat.of().formatHex(sum) + "  ./" + file + "\n").getBytes(StandardCharsets.UTF_8);
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(keys.getPrivate());
    signature.update(list);
    Files.write(archive.resolve("SHA256SUMS"), list);
    Files.write(archive.resolve("SHA256SUMS.sig"), signature.sign());
  }

  /** How the script ended. */
  private record Run(int exitCode, String output) {}

  private Run run(Optional<ReleaseKey> key) throws IOException, InterruptedException {
    String spec =
        new Buildspec(Place.of(INVENTORY, HOME), new StateBackend(HOME), "2026.11.0", key)
            .preview();
    String script = new JsonMapper().readTree(spec).at("/phases/build/commands/0").asString();
    // From here on it needs AWS.
    int deploys = script.indexOf("rm -rf /opt/cellwall");
    assertThat(deploys).isPositive();
    ProcessBuilder builder = new ProcessBuilder("bash", "-c", script.substring(0, deploys));
    builder.environment().put("CODEBUILD_SRC_DIR", release.toString());
    builder.environment().put("CODEBUILD_SRC_DIR_Inventory", inventory.toString());
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
