package io.cellwall.edge.region;

import io.cellwall.edge.EdgeNames;
import io.cellwall.edge.proxy.ProxyPlan;
import io.cellwall.edge.zone.SigningKeysPlan;
import io.cellwall.regions.model.Region;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/**
 * The containers of a router, as ECS reads them.
 *
 * @param logGroup where they write
 * @param region the region
 * @param envoy the proxy's image, by digest, in the region's own registry
 * @param lookup the same of the service beside it
 * @param environment what both are told
 * @param bootstrap what the proxy starts with
 */
record ContainersPlan(
    String logGroup,
    Region region,
    String envoy,
    String lookup,
    SortedMap<String, String> environment,
    String bootstrap) {

  /** The volume of the folder that both see. */
  static final String SHARED = "shared";

  private static final JsonMapper JSON = new JsonMapper();

  static SortedMap<String, String> environment(EdgeNames names, Region region, String snapshots) {
    TreeMap<String, String> environment = new TreeMap<>();
    environment.put("CELLWALL_ZONE", names.zone().name().value());
    environment.put("CELLWALL_HOST", names.zone().host().value());
    environment.put("CELLWALL_HOME_CELLS", names.homeCells(region).toString());
    environment.put("CELLWALL_KEY_SET_BUCKET", names.keySetBucket(region));
    environment.put("CELLWALL_KEY_SET_OBJECT", SigningKeysPlan.OBJECT);
    environment.put("CELLWALL_SNAPSHOTS", snapshots);
    environment.put("CELLWALL_ROUTES", RoutesPlan.OBJECT);
    environment.put("CELLWALL_PROXY_FOLDER", ProxyPlan.FOLDER);
    environment.put("CELLWALL_METRICS", RegionAlarmsPlan.NAMESPACE);
    return environment;
  }

  String json() {
    Map<String, Object> proxy = container("envoy", envoy);
    Map<String, Object> port = new LinkedHashMap<>();
    port.put("containerPort", EntryPlan.ROUTER_PORT);
    port.put("protocol", "tcp");
    proxy.put("portMappings", List.of(port));
    proxy.put("command", List.of("envoy", "--disable-hot-restart", "--config-yaml", bootstrap));
    proxy.put("mountPoints", List.of(folder(true)));
    // The proxy knows no cell before the service beside it does.
    Map<String, Object> after = new LinkedHashMap<>();
    after.put("condition", "HEALTHY");
    after.put("containerName", "lookup");
    proxy.put("dependsOn", List.of(after));
    Map<String, Object> service = container("lookup", lookup);
    service.put("mountPoints", List.of(folder(false)));
    Map<String, Object> check = new LinkedHashMap<>();
    check.put("command", List.of("CMD", "/lookup", "check"));
    check.put("interval", 10);
    check.put("retries", 3);
    check.put("startPeriod", 30);
    check.put("timeout", 5);
    service.put("healthCheck", check);
    return JSON.writeValueAsString(List.of(proxy, service));
  }

  private static Map<String, Object> folder(boolean readOnly) {
    Map<String, Object> mount = new LinkedHashMap<>();
    mount.put("containerPath", ProxyPlan.FOLDER);
    mount.put("readOnly", readOnly);
    mount.put("sourceVolume", SHARED);
    return mount;
  }

  private Map<String, Object> container(String name, String image) {
    Map<String, Object> container = new LinkedHashMap<>();
    container.put("name", name);
    container.put("image", image);
    container.put("essential", true);
    container.put("readonlyRootFilesystem", true);
    container.put("user", "65532");
    container.put(
        "environment", environment.entrySet().stream().map(ContainersPlan::pair).toList());
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("awslogs-group", logGroup);
    options.put("awslogs-region", region.code());
    options.put("awslogs-stream-prefix", name);
    Map<String, Object> logs = new LinkedHashMap<>();
    logs.put("logDriver", "awslogs");
    logs.put("options", options);
    container.put("logConfiguration", logs);
    return container;
  }

  private static Map<String, String> pair(Map.Entry<String, String> entry) {
    Map<String, String> pair = new LinkedHashMap<>();
    pair.put("name", entry.getKey());
    pair.put("value", entry.getValue());
    return pair;
  }
}
