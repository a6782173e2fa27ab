package io.cellwall.edge.proxy;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The generated configuration, judged by the real Envoy, which must be on the PATH. */
@Tag("envoy")
class EnvoyTest {

  private static final JsonMapper JSON = new JsonMapper();

  @TempDir Path folder = Path.of("");

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private String here(String text) {
    return text.replace(ProxyPlan.FOLDER, folder.toString());
  }

  private String run(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String output = read(process.getInputStream());
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return process.exitValue() + " " + output;
  }

  private static String read(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
  }

  private void certificate() throws IOException, InterruptedException {
    assertThat(
            run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "ec",
                "-pkeyopt",
                "ec_paramgen_curve:prime256v1",
                "-nodes",
                "-subj",
                "/CN=router",
                "-keyout",
                "tls.key",
                "-out",
                "tls.crt"))
        .startsWith("0 ");
  }

  // One text with everything in it: what is watched is not looked at when a start is validated.
  private String whole() {
    var bootstrap = (ObjectNode) JSON.readTree(here(plan().bootstrap()));
    bootstrap.remove("dynamic_resources");
    var clusters = (ArrayNode) bootstrap.at("/static_resources/clusters");
    JSON.readTree(plan().clusters())
        .path("resources")
        .forEach(
            cluster -> {
              ((ObjectNode) cluster).remove("@type");
              clusters.add(cluster);
            });
    var manager =
        (ObjectNode)
            bootstrap.at("/static_resources/listeners/0/filter_chains/0/filters/0/typed_config");
    JsonNode routes = JSON.readTree(plan().routes()).at("/resources/0");
    ((ObjectNode) routes).remove("@type");
    manager.remove("rds");
    manager.set("route_config", routes);
    return JSON.writeValueAsString(bootstrap);
  }

  private static ProxyPlan plan() {
    return ProxyPlanTest.PLAN;
  }

  @Test
  void should_be_valid_to_the_last_field() throws IOException, InterruptedException {
    // GIVEN
    certificate();
    // WHEN
    String output = run("envoy", "--mode", "validate", "--config-yaml", whole());
    String mutant =
        run(
            "envoy",
            "--mode",
            "validate",
            "--config-yaml",
            whole().replace("max_ejection_percent", "max_ejection"));
    // THEN
    assertThat(output).startsWith("0 ").contains("OK");
    assertThat(mutant).startsWith("1 ").contains("max_ejection");
  }

  @Test
  void should_serve_by_files_and_let_nobody_in_without_a_token()
      throws IOException, InterruptedException {
    // GIVEN the files that the service beside it writes, and its key set
    certificate();
    int port = freePort();
    int admin = freePort();
    HttpServer answers =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    answers.createContext(
        "/.well-known/jwks.json",
        exchange -> {
          byte[] keys = "{\"keys\":[]}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, keys.length);
          exchange.getResponseBody().write(keys);
          exchange.close();
        });
    answers.start();
    Files.writeString(folder.resolve("clusters.json"), plan().clusters());
    Files.writeString(folder.resolve("routes.json"), plan().routes());
    String bootstrap =
        here(plan().bootstrap())
            .replace("8443", "" + port)
            .replace("9901", "" + admin)
            .replace("" + ProxyPlan.ANSWERS_PORT, "" + answers.getAddress().getPort());
    Process envoy =
        new ProcessBuilder("envoy", "--disable-hot-restart", "--config-yaml", bootstrap)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("envoy.log").toFile())
            .start();
    try {
      // WHEN
      String clusters = asked(admin, "/clusters", "eu-north-1-cell-01-or-answers");
      String dump = asked(admin, "/config_dump?include_eds", "dynamic_route_configs");
      // THEN
      assertThat(clusters).contains("eu-west-1-cell-01::");
      assertThat(dump).contains("\"no-cell\"");
      String url = "https://127.0.0.1:" + port;
      assertThat(run("curl", "-sk", "-w", " %{http_code}", url + "/.well-known/cellwall/router"))
          .isEqualTo("0  200");
      assertThat(
              run(
                  "curl",
                  "-sk",
                  "-w",
                  " %{http_code}",
                  "-H",
                  "Host: eu.api.example.com",
                  "-H",
                  ProxyPlan.CELL_HEADER + ": eu-west-1-cell-01",
                  url + "/orders"))
          .isEqualTo("0 Jwt is missing 401");
    } finally {
      envoy.destroy();
      answers.stop(0);
      assertThat(envoy.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private String asked(int admin, String path, String until)
      throws IOException, InterruptedException {
    HttpClient client = HttpClient.newHttpClient();
    @Nullable String last = null;
    for (int i = 0; i < 100; i++) {
      try {
        last =
            client
                .send(
                    HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + admin + path)).build(),
                    HttpResponse.BodyHandlers.ofString())
                .body();
        if (last.contains(until)) {
          return last;
        }
      } catch (ConnectException e) {
        last = e.toString();
      }
      TimeUnit.MILLISECONDS.sleep(200);
    }
    return requireNonNull(last) + Files.readString(folder.resolve("envoy.log"));
  }
}
