package io.cellwall.cell.bundle;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Kubernetes API server with its etcd, on loopback, for the time of a test.
 *
 * <p>There are no controllers, no scheduler and no nodes: objects are validated, defaulted,
 * admitted and stored, and nothing acts on them.
 */
final class KubernetesApiServer implements AutoCloseable {

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
  private static final String ADMIN = "test-admin";

  private final WatchedProcess etcd;
  private final WatchedProcess server;
  private final URI address;
  private final HttpClient client;
  private final Map<String, Map<String, ApiResource>> discovered = new HashMap<>();

  /** An answer: whether it was accepted, and the message if not. */
  record Answer(int status, String message) {
    boolean accepted() {
      return status < 300;
    }
  }

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record ApiResource(String name, String kind, boolean namespaced) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record ApiResourceList(List<ApiResource> resources) {}

  @JsonIgnoreProperties(ignoreUnknown = true)
  private record Status(@Nullable String message) {}

  private KubernetesApiServer(
      WatchedProcess etcd, WatchedProcess server, URI address, HttpClient client) {
    this.etcd = etcd;
    this.server = server;
    this.address = address;
    this.client = client;
  }

  /**
   * Starts both.
   *
   * @param directory an empty directory for their files
   * @param tools where {@code .ci/kubernetes/build} put the programs
   */
  static KubernetesApiServer start(Path directory, Path tools)
      throws IOException, InterruptedException, GeneralSecurityException {
    String etcdClients = "http://127.0.0.1:" + Loopback.freePort();
    String etcdPeers = "http://127.0.0.1:" + Loopback.freePort();
    int port = Loopback.freePort();
    Files.writeString(
        directory.resolve("tokens.csv"),
        """
        test-admin,admin,admin,system:masters
        test-tenant,tenant,tenant,tenants
        """);
    Files.writeString(directory.resolve("service-accounts.key"), Loopback.privateKey());
    WatchedProcess etcd =
        WatchedProcess.start(
            directory,
            List.of(
                tools.resolve("etcd").toString(),
                "--data-dir=etcd",
                "--unsafe-no-fsync",
                "--name=test",
                "--listen-client-urls=" + etcdClients,
                "--advertise-client-urls=" + etcdClients,
                "--listen-peer-urls=" + etcdPeers,
                "--initial-advertise-peer-urls=" + etcdPeers,
                "--initial-cluster=test=" + etcdPeers));
    WatchedProcess server =
        WatchedProcess.start(
            directory,
            List.of(
                tools.resolve("kube-apiserver").toString(),
                "--etcd-servers=" + etcdClients,
                "--bind-address=127.0.0.1",
                "--secure-port=" + port,
                "--cert-dir=certificates",
                "--token-auth-file=tokens.csv",
                "--authorization-mode=RBAC",
                "--endpoint-reconciler-type=none",
                "--service-cluster-ip-range=172.20.0.0/16",
                "--service-account-issuer=https://kubernetes.default.svc",
                "--service-account-key-file=service-accounts.key",
                "--service-account-signing-key-file=service-accounts.key",
                // Service accounts are made by a controller, and there is none.
                "--disable-admission-plugins=ServiceAccount"));
    Path certificate = directory.resolve("certificates/apiserver.crt");
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
    while (System.nanoTime() < deadline) {
      if (Files.exists(certificate)) {
        KubernetesApiServer ready =
            new KubernetesApiServer(
                etcd,
                server,
                URI.create("https://127.0.0.1:" + port),
                Loopback.client(certificate));
        if (ready.isReady()) {
          return ready;
        }
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    String lastWords = etcd.lastWords() + "\n" + server.lastWords();
    server.close();
    etcd.close();
    throw new IllegalStateException("the API server was not ready within 90 seconds\n" + lastWords);
  }

  /** Server-side apply, strict: an unknown field is an error. */
  Answer apply(Map<String, Object> manifest) throws IOException, InterruptedException {
    return send(
        ADMIN,
        "PATCH",
        path(manifest, true) + "?fieldManager=test&force=true&fieldValidation=Strict",
        "application/apply-patch+yaml",
        JSON.writeValueAsString(manifest));
  }

  /** Creates an object for the duration of the request only. */
  Answer tryCreate(Map<String, Object> manifest) throws IOException, InterruptedException {
    return create(manifest, "&dryRun=All");
  }

  /** Creates an object. */
  Answer create(Map<String, Object> manifest) throws IOException, InterruptedException {
    return create(manifest, "");
  }

  private Answer create(Map<String, Object> manifest, String options)
      throws IOException, InterruptedException {
    return send(
        ADMIN,
        "POST",
        path(manifest, false) + "?fieldValidation=Strict" + options,
        "application/json",
        JSON.writeValueAsString(manifest));
  }

  /** Sets the status of an object, as its controller would. */
  Answer applyStatus(Map<String, Object> manifest) throws IOException, InterruptedException {
    return send(
        ADMIN,
        "PATCH",
        path(manifest, true) + "/status?fieldManager=controller&force=true",
        "application/apply-patch+yaml",
        JSON.writeValueAsString(manifest));
  }

  /** Deletes an object as somebody who has every right but is not of system:masters. */
  Answer tryDeleteAsTenant(String path) throws IOException, InterruptedException {
    return send("test-tenant", "DELETE", path + "?dryRun=All", "application/json", "");
  }

  private boolean isReady() throws InterruptedException {
    try {
      return send(ADMIN, "GET", "/readyz", "application/json", "").accepted();
    } catch (IOException e) {
      return false; // not listening yet
    }
  }

  private String path(Map<String, Object> manifest, boolean named)
      throws IOException, InterruptedException {
    String version = String.valueOf(manifest.get("apiVersion"));
    String group = version.contains("/") ? "/apis/" + version : "/api/" + version;
    ApiResource resource = resource(group, String.valueOf(manifest.get("kind")));
    Map<?, ?> metadata = (Map<?, ?>) manifest.getOrDefault("metadata", Map.of());
    return group
        + (resource.namespaced() ? "/namespaces/" + metadata.get("namespace") : "")
        + "/"
        + resource.name()
        + (named ? "/" + metadata.get("name") : "");
  }

  private ApiResource resource(String group, String kind) throws IOException, InterruptedException {
    // A definition is served a little after it is stored.
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (System.nanoTime() < deadline) {
      ApiResource known = discovered.getOrDefault(group, Map.of()).get(kind);
      if (known != null) {
        return known;
      }
      HttpResponse<String> answer = exchange(ADMIN, "GET", group, "application/json", "");
      if (answer.statusCode() == 200) {
        Map<String, ApiResource> resources = new HashMap<>();
        JSON.readValue(answer.body(), ApiResourceList.class).resources().stream()
            .filter(resource -> !resource.name().contains("/"))
            .forEach(resource -> resources.put(resource.kind(), resource));
        discovered.put(group, resources);
        if (resources.containsKey(kind)) {
          continue;
        }
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new IllegalStateException("the API server has no " + kind + " in " + group);
  }

  private Answer send(String token, String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = exchange(token, method, path, type, body);
    String message =
        answer.body().startsWith("{")
            ? JSON.readValue(answer.body(), Status.class).message()
            : null;
    return new Answer(answer.statusCode(), message == null ? "" : message);
  }

  private HttpResponse<String> exchange(
      String token, String method, String path, String type, String body)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve(path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", type)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Override
  public void close() throws IOException {
    server.close();
    etcd.close();
  }
}
