package io.cellwall.edge.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellwall.regions.model.HostName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class ProxyPlanTest {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Path GOLDEN =
      Path.of(System.getProperty("cellwall.root"), "global-edge/src/test/resources/golden");

  static final ProxyPlan PLAN =
      plan(cell("eu-west-1-cell-01", false), cell("eu-north-1-cell-01", true));

  static ProxyPlan.Cell cell(String name, boolean degraded) {
    return new ProxyPlan.Cell(name, HostName.parse(name + ".eu.cells.example.com"), degraded);
  }

  static ProxyPlan plan(ProxyPlan.Cell... cells) {
    return ProxyPlan.of(
        "edge-eu-west-1",
        HostName.parse("eu.api.example.com"),
        8443,
        "/.well-known/cellwall/router",
        "/.well-known/jwks.json",
        List.of(cells));
  }

  private static void compare(String name, String text) throws IOException {
    // GIVEN
    Path golden = GOLDEN.resolve(name + ".json");
    // WHEN
    String readable = JSON.writeValueAsString(JSON.readTree(text)).replace("\r\n", "\n") + "\n";
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, readable);
    }
    // THEN
    assertThat(readable).isEqualTo(Files.readString(golden));
  }

  @Test
  void should_say_what_the_golden_files_say() throws IOException {
    compare("proxy-bootstrap", PLAN.bootstrap());
    compare("proxy-clusters", PLAN.clusters());
    compare("proxy-routes", PLAN.routes());
  }

  @Test
  void should_start_alike_whatever_the_cells() {
    assertThat(plan().bootstrap()).isEqualTo(PLAN.bootstrap());
    assertThat(plan().clusters()).isEqualTo("{\"resources\":[]}");
  }

  @Test
  void should_take_out_a_cell_that_fails_and_never_send_to_it_in_panic() {
    for (JsonNode cluster : JSON.readTree(PLAN.clusters()).path("resources")) {
      if (cluster.path("name").asString().endsWith("-or-answers")) {
        continue;
      }
      assertThat(cluster.at("/common_lb_config/healthy_panic_threshold/value").asInt(100)).isZero();
      assertThat(cluster.path("health_checks")).hasSize(1);
      assertThat(cluster.at("/outlier_detection/max_ejection_percent").asInt()).isEqualTo(100);
      assertThat(cluster.at("/transport_socket/typed_config/sni"))
          .isEqualTo(cluster.at("/health_checks/0/http_health_check/host"));
    }
  }

  @Test
  void should_answer_for_a_degraded_cell_and_never_send_to_another() {
    JsonNode routes = JSON.readTree(PLAN.routes()).at("/resources/0/virtual_hosts/0/routes");
    assertThat(routes).hasSize(3);
    assertThat(routes.at("/0/route/cluster").asString()).isEqualTo("eu-west-1-cell-01");
    assertThat(routes.at("/1/route/cluster").asString()).isEqualTo("eu-north-1-cell-01-or-answers");
    assertThat(routes.at("/2/direct_response/status").asInt()).isEqualTo(503);
    assertThat(PLAN.clusters()).contains("\"clusters\":[\"eu-north-1-cell-01\",\"answers\"]");
    assertThat(PLAN.clusters()).doesNotContain("\"clusters\":[\"eu-west-1-cell-01\"");
  }
}
