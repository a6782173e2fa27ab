package io.cellwall.cell.install;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the script with stand-ins for aws, helm and kubectl, which keep what they were called with.
 */
class InstallScriptTest {

  @TempDir Path folder;

  private static final String BUNDLE =
      """
      {"revision":"2026.11.0-abc","argoCd":"10.1.1","files":{
        "apps/projects.yaml":"kind: AppProject\\n",
        "bootstrap/argo-cd.values.yaml":"a: 1\\n",
        "bootstrap/root.yaml":"kind: Application\\n",
        "guard-rails/priority-classes.yaml":"kind: PriorityClass\\n"}}
      """;

  // Their state lies in $STATE: a registry that remembers, a cluster that is as a file says.
  private static final String AWS =
      """
      echo "aws $*" >> "$STATE/calls"
      case "$1 $2" in
        "s3api get-object") for last; do :; done; cp "$STATE/bundle.json" "$last" ;;
        "ecr batch-get-image") if [ -e "$STATE/pushed" ]; then echo 1; else echo 0; fi ;;
        "ecr batch-check-layer-availability") echo UNAVAILABLE ;;
        "ecr initiate-layer-upload") echo the-upload ;;
        "ecr put-image") touch "$STATE/pushed" ;;
        "ecr get-login-password") echo the-password ;;
      esac
      """;
  private static final String KUBECTL =
      """
      echo "kubectl $*" >> "$STATE/calls"
      case "$*" in
        *"get applications.argoproj.io platform"*)
          case "$(cat "$STATE/cluster")" in
            installed) ;;
            empty) echo 'error: the server doesn'"'"'t have a resource type "applications"' >&2; exit 1 ;;
            *) echo 'Unable to connect to the server: timeout' >&2; exit 1 ;;
          esac ;;
        *filename=-*) cat > /dev/null ;;
      esac
      """;
  private static final String HELM =
      """
      echo "helm $*" >> "$STATE/calls"
      case "$1" in
        registry) cat > "$STATE/login" ;;
        list) cat "$STATE/pending" ;;
      esac
      """;

  @BeforeEach
  void tools() throws IOException {
    tool("aws", AWS);
    tool("kubectl", KUBECTL);
    tool("helm", HELM);
    Files.writeString(folder.resolve("bundle.json"), BUNDLE);
    Files.writeString(folder.resolve("pending"), "");
    Files.writeString(folder.resolve("calls"), "");
  }

  private void tool(String name, String body) throws IOException {
    Path tool = Files.writeString(folder.resolve(name), "#!/bin/sh\n" + body);
    Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwx------"));
  }

  private record Run(int exit, String output, List<String> calls) {

    /** The calls, without the paths of temporary files. */
    Stream<String> callsOf(String tool) {
      return calls.stream().filter(call -> call.startsWith(tool + " "));
    }
  }

  private Run run(String cluster) throws IOException, InterruptedException {
    Files.writeString(folder.resolve("cluster"), cluster);
    Files.writeString(folder.resolve("calls"), "");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", Buildspec.script())
            .directory(folder.toFile())
            .redirectErrorStream(true);
    shell.environment().put("PATH", folder + ":" + System.getenv("PATH"));
    shell.environment().put("STATE", folder.toString());
    shell.environment().put("TMPDIR", folder.toString());
    shell.environment().put("BUNDLE_BUCKET", "the-bucket");
    shell.environment().put("BUNDLE_KEY", "bundle.json");
    shell.environment().put("CLUSTER", "the-cluster");
    shell.environment().put("REGISTRY", "the-registry");
    shell.environment().put("AWS_REGION", "eu-west-1");
    Process process = shell.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int exit = process.waitFor();
    return new Run(exit, output, Files.readAllLines(folder.resolve("calls")));
  }

  /** What the one unpacked bundle holds. */
  private String unpacked() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(path -> path.toString().contains("/files/"))
          .filter(Files::isRegularFile)
          .map(path -> path.toString().replaceAll(".*/files/", "") + "=" + text(path))
          .sorted()
          .collect(Collectors.joining());
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void should_install_argo_cd_where_there_is_none() throws Exception {
    // WHEN
    Run run = run("empty");
    // THEN
    assertThat(run.output()).contains("install: Argo CD has release 2026.11.0-abc");
    assertThat(run.exit()).isZero();
    assertThat(run.callsOf("helm"))
        .containsExactly(
            "helm registry login --username AWS --password-stdin the-registry",
            "helm list --namespace argocd --pending --short",
            "helm upgrade argo-cd oci://the-registry/platform/charts/argo-cd --install"
                + " --version 10.1.1 --namespace argocd"
                + " --values files/bootstrap/argo-cd.values.yaml --wait --timeout 20m");
    assertThat(run.calls().get(run.calls().size() - 1))
        .endsWith("--field-manager=installer --filename=files/bootstrap/root.yaml");
    assertThat(Files.readString(folder.resolve("login"))).isEqualTo("the-password");
  }

  @Test
  void should_publish_the_bundle_once() throws Exception {
    // WHEN
    Run first = run("empty");
    Run second = run("installed");
    // THEN
    assertThat(first.callsOf("aws ecr put-image"))
        .singleElement()
        .asString()
        .contains("--repository-name platform/bundle --image-tag 2026.11.0-abc");
    assertThat(first.callsOf("aws ecr complete-layer-upload")).hasSize(2);
    assertThat(second.callsOf("aws ecr put-image")).isEmpty();
    assertThat(second.output()).contains("platform/bundle:2026.11.0-abc is published");
  }

  @Test
  void should_leave_an_argo_cd_alone_and_give_it_the_release() throws Exception {
    // WHEN
    Run run = run("installed");
    // THEN
    assertThat(run.exit()).isZero();
    assertThat(run.callsOf("helm")).isEmpty();
    assertThat(run.callsOf("kubectl"))
        .containsExactly(
            "kubectl --namespace argocd get applications.argoproj.io platform",
            "kubectl apply --server-side --force-conflicts --field-manager=installer"
                + " --filename=files/bootstrap/root.yaml");
  }

  @Test
  void should_clear_what_a_stopped_run_has_left() throws Exception {
    // GIVEN
    Files.writeString(folder.resolve("pending"), "argo-cd\n");
    // WHEN
    Run run = run("empty");
    // THEN
    assertThat(run.callsOf("helm")).contains("helm uninstall argo-cd --namespace argocd --wait");
  }

  @Test
  void should_change_nothing_in_a_cluster_that_does_not_answer() throws Exception {
    // WHEN
    Run run = run("away");
    // THEN
    assertThat(run.exit()).isEqualTo(1);
    assertThat(run.output()).contains("Unable to connect to the server: timeout");
    assertThat(run.callsOf("helm")).isEmpty();
    assertThat(run.callsOf("kubectl")).hasSize(1);
  }

  @Test
  void should_unpack_every_file_as_it_was() throws Exception {
    // WHEN
    run("installed");
    // THEN
    assertThat(unpacked())
        .isEqualTo(
            """
            apps/projects.yaml=kind: AppProject
            bootstrap/argo-cd.values.yaml=a: 1
            bootstrap/root.yaml=kind: Application
            guard-rails/priority-classes.yaml=kind: PriorityClass
            """);
  }

  @Test
  void should_stop_when_the_bundle_is_none() throws Exception {
    // GIVEN
    Files.writeString(folder.resolve("bundle.json"), "{}");
    // WHEN
    Run run = run("empty");
    // THEN
    assertThat(run.exit()).isNotZero();
    assertThat(run.calls()).hasSize(1);
  }
}
