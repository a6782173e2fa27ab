package io.cellwall.cell.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.cell.bundle.KubernetesApiServer.Answer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A cell's API server with the bundle applied, one for all tests of a run.
 *
 * <p>Custom resources are checked against the definitions that Argo CD, Envoy Gateway, the Gateway
 * API and cert-manager publish. What the charts render is not here.
 */
final class CellApiServer implements AutoCloseable {

  /** The plan whose bundle is applied. */
  static final PlatformBundlePlan PLAN = Plans.nodeGroupsWithMesh();

  private final KubernetesApiServer kubernetes;
  private final Path directory;

  private CellApiServer(KubernetesApiServer kubernetes, Path directory) {
    this.kubernetes = kubernetes;
    this.directory = directory;
  }

  /** Hands the one server to each test that asks for it. */
  static final class Provided implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == CellApiServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(CellApiServer.class))
          .getOrComputeIfAbsent(CellApiServer.class, key -> start(), CellApiServer.class);
    }
  }

  private static CellApiServer start() {
    try {
      Path directory = Files.createTempDirectory("cell-api-server");
      CellApiServer cell =
          new CellApiServer(KubernetesApiServer.start(directory, tools()), directory);
      try {
        cell.applyAll();
      } catch (Exception | AssertionError e) {
        cell.close();
        throw e;
      }
      return cell;
    } catch (Exception e) {
      throw new IllegalStateException("no API server to test with: " + e.getMessage(), e);
    }
  }

  private void applyAll() throws IOException, InterruptedException {
    for (Path file : definitions()) {
      for (Map<String, Object> definition : Manifests.read(Files.readString(file))) {
        if (String.valueOf(definition.get("kind")).equals("CustomResourceDefinition")) {
          assertApplied(definition);
        }
      }
    }
    assertApplied(Examples.tenantsMayDoAll());
    for (Map<String, Object> manifest : inOrder(PlatformBundle.render(PLAN))) {
      assertApplied(manifest);
    }
  }

  /** Applies a manifest, and asserts that it was accepted. */
  void assertApplied(Map<String, Object> manifest) throws IOException, InterruptedException {
    assertAccepted(manifest, kubernetes.apply(manifest));
  }

  /** Asserts that an object could be created. */
  void assertAccepted(Map<String, Object> manifest) throws IOException, InterruptedException {
    assertAccepted(manifest, kubernetes.tryCreate(manifest));
  }

  private static void assertAccepted(Map<String, Object> manifest, Answer answer) {
    assertThat(answer.accepted())
        .as("%s: %s", Manifests.label(manifest), answer.message())
        .isTrue();
  }

  /** A request that nothing comes of, so that it can be sent again. */
  private interface Probe {
    Answer send() throws IOException, InterruptedException;
  }

  /** Asserts that an object could not be created, and why. */
  void assertRefused(Map<String, Object> manifest, String message)
      throws IOException, InterruptedException {
    assertRefused(() -> kubernetes.tryCreate(manifest), message);
  }

  /** Asserts that an object could not be deleted by somebody with every right, and why. */
  void assertUndeletable(String path, String message) throws IOException, InterruptedException {
    assertRefused(() -> kubernetes.tryDeleteAsTenant(path), message);
  }

  /** A policy is at work a moment after it is stored, so the first answers may be others. */
  private static void assertRefused(Probe probe, String message)
      throws IOException, InterruptedException {
    Answer answer = probe.send();
    for (int i = 0; i < 100 && !answer.message().equals(message); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
      answer = probe.send();
    }
    assertThat(answer.message()).isEqualTo(message);
  }

  /** Writes the status that the quota's controller would. */
  void settleQuota(String namespace, String name, String pods)
      throws IOException, InterruptedException {
    Map<String, Object> quota =
        Manifests.of(PlatformBundle.render(PLAN)).stream()
            .filter(m -> Manifests.label(m).equals(namespace + "/ResourceQuota " + name))
            .findFirst()
            .orElseThrow();
    Map<String, Object> hard = Manifests.at(quota, "spec", "hard");
    Map<String, Object> used = new LinkedHashMap<>();
    hard.keySet().forEach(resource -> used.put(resource, "0"));
    used.put("pods", pods);
    Map<String, Object> status = new LinkedHashMap<>(quota);
    status.remove("spec");
    status.put("status", Map.of("hard", hard, "used", used));
    assertAccepted(quota, kubernetes.applyStatus(status));
  }

  /** In the order of Argo CD: by wave, then by file. */
  static List<Map<String, Object>> inOrder(PlatformBundle bundle) {
    List<Map<String, Object>> manifests = new ArrayList<>(Manifests.of(bundle));
    manifests.sort(Comparator.comparingInt(CellApiServer::wave));
    return manifests;
  }

  private static int wave(Map<String, Object> manifest) {
    Map<?, ?> metadata = (Map<?, ?>) manifest.getOrDefault("metadata", Map.of());
    if (metadata.get("annotations") instanceof Map<?, ?> annotations
        && annotations.get("argocd.argoproj.io/sync-wave") instanceof String wave) {
      return Integer.parseInt(wave);
    }
    return 0;
  }

  private static List<Path> definitions() throws IOException, InterruptedException {
    try (Stream<Path> files = Files.list(tools().resolve("crds"))) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }

  private static Path tools() throws IOException, InterruptedException {
    Path script = Path.of(System.getProperty("cellwall.root"), ".ci/kubernetes/build");
    Process where = new ProcessBuilder(script.toString(), "--where").start();
    Path tools;
    try (BufferedReader out = where.inputReader(StandardCharsets.UTF_8)) {
      tools = Path.of(String.valueOf(out.readLine()));
    }
    assertThat(where.waitFor(10, TimeUnit.SECONDS)).isTrue();
    for (String program : List.of("etcd", "kube-apiserver", "crds")) {
      assertThat(tools.resolve(program))
          .as("This test runs a real Kubernetes API server. Get it once with: .ci/kubernetes/build")
          .exists();
    }
    return tools;
  }

  @Override
  public void close() throws IOException {
    kubernetes.close();
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
