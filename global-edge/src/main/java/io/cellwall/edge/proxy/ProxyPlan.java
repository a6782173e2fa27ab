package io.cellwall.edge.proxy;

import io.cellwall.regions.model.HostName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the proxy is told, in three texts: one that it starts with, and two that it watches, so that
 * a cell comes or goes without a router being replaced.
 *
 * <p>The proxy checks each cell by its endpoint and takes out what fails; with a panic threshold of
 * 0 it never sends to a cell that it has taken out. It never chooses a cell: the service beside it
 * does, by the header {@value #CELL_HEADER}, and a standby is chosen only once the home-cell table
 * says that it was promoted. So the policies {@code fail-fast} and {@code standby} are one to the
 * proxy (503 at once); with {@code degraded} the service beside it answers instead.
 *
 * @param bootstrap what it starts with; cells have no part in it
 * @param clusters a cluster for each cell, as a CDS response
 * @param routes a route for each cell, as an RDS response
 * @see <a href="https://www.envoyproxy.io/docs/envoy/v1.40.0/api-v3/api">Envoy's API v3</a>
 */
public record ProxyPlan(String bootstrap, String clusters, String routes) {

  /**
   * The header in which the service beside the proxy names the home cell; clients cannot set it.
   */
  public static final String CELL_HEADER = "x-cellwall-cell";

  /**
   * Where the service beside the proxy tells the home cell: gRPC, Envoy's external authorization.
   */
  public static final int LOOKUP_PORT = 9001;

  /** Where it answers by HTTP: with the zone's key set, and for cells that are degraded. */
  public static final int ANSWERS_PORT = 9002;

  /** The folder that both see: the service writes clusters, routes and a certificate there. */
  public static final String FOLDER = "/run/cellwall";

  // Where Debian's packages, and so Envoy's image, keep the authorities that the world trusts.
  private static final String AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";

  /** Names of the two texts in the edge's bucket. */
  public static final String CLUSTERS = "proxy/clusters.json";

  public static final String ROUTES = "proxy/routes.json";

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * A cell as the proxy sees it.
   *
   * @param name its name
   * @param host its host name, which the endpoint has and its certificate is for
   * @param degraded whether the service beside the proxy answers while the cell fails
   */
  public record Cell(String name, HostName host, boolean degraded) {}

  /**
   * Plans the proxy of an edge.
   *
   * @param name the edge's name
   * @param host the zone's host name, which issues its tokens and is their audience
   * @param port where it takes requests
   * @param readyPath the path that tells that it takes them
   * @param keySetPath where the service beside it answers with the zone's public keys
   * @param cells the cells that serve
   */
  public static ProxyPlan of(
      String name, HostName host, int port, String readyPath, String keySetPath, List<Cell> cells) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", name);
    values.put("host", host.value());
    values.put("port", port);
    values.put("readyPath", readyPath);
    values.put("keySetPath", keySetPath);
    values.put("lookupPort", LOOKUP_PORT);
    values.put("answersPort", ANSWERS_PORT);
    values.put("folder", FOLDER);
    values.put("cellHeader", CELL_HEADER);
    return new ProxyPlan(
        JSON.writeValueAsString(Template.fill("bootstrap", values)),
        response(cells.stream().flatMap(cell -> clusters(cell).stream()).toList()),
        response(List.of(routes(host, cells))));
  }

  private static String response(List<Map<String, Object>> resources) {
    return JSON.writeValueAsString(Map.of("resources", resources));
  }

  private static List<Map<String, Object>> clusters(Cell cell) {
    Map<String, String> values =
        Map.of("cell", cell.name(), "host", cell.host().value(), "authorities", AUTHORITIES);
    Map<String, Object> cluster = Template.fill("cluster", values);
    return cell.degraded() ? List.of(cluster, Template.fill("degraded", values)) : List.of(cluster);
  }

  // What no cell's route takes, the last one does.
  private static Map<String, Object> routes(HostName host, List<Cell> cells) {
    List<Object> routes = new ArrayList<>();
    cells.forEach(cell -> routes.add(route(cell)));
    routes.add(Template.fill("no-cell", Map.of()));
    return Template.fill("routes", Map.of("host", host.value(), "routes", routes));
  }

  private static Map<String, Object> route(Cell cell) {
    String cluster = cell.degraded() ? cell.name() + "-or-answers" : cell.name();
    return Template.fill(
        "route", Map.of("cell", cell.name(), "cluster", cluster, "cellHeader", CELL_HEADER));
  }
}
