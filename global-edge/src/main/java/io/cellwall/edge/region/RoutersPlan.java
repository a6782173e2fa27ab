package io.cellwall.edge.region;

import static java.util.Objects.requireNonNull;

import io.cellwall.edge.EdgeNames;
import io.cellwall.edge.RolePlan;
import io.cellwall.edge.proxy.ProxyPlan;
import io.cellwall.edge.zone.SigningKeysPlan;
import io.cellwall.regions.model.FailurePolicy;
import io.cellwall.regions.model.ImageDigest;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.wiring.Arn;
import io.cellwall.wiring.Place;
import io.cellwall.wiring.bucket.PrivateBucketPlan;
import java.util.List;
import java.util.Optional;

/**
 * The routers: a proxy, and beside each the service that tells it a tenant's home cell.
 *
 * @param name name of the cluster and of the service
 * @param repositories the registry's repositories that hold their images
 * @param logGroup where they write
 * @param starter the role that starts them
 * @param router the role that they work as
 * @param snapshots the bucket with the routes and the last known homes, so that the routers outlive
 *     the table
 * @param routes what the service beside the proxy knows of the cells
 * @param proxy what the proxy is told
 * @param task what runs; empty until the fleet names images
 */
public record RoutersPlan(
    String name,
    List<String> repositories,
    String logGroup,
    RolePlan starter,
    RolePlan router,
    PrivateBucketPlan snapshots,
    RoutesPlan routes,
    ProxyPlan proxy,
    Optional<Task> task) {

  private static final String ENVOY = "envoy";
  private static final String LOOKUP = "lookup";

  public RoutersPlan {
    repositories = List.copyOf(repositories);
  }

  /**
   * What runs.
   *
   * @param containers the containers, as ECS reads them
   * @param cpu CPU units, 1,024 for one processor
   * @param memory in MiB
   * @param fewest the fewest that run: one in each availability zone
   * @param most the most
   * @param cpuTarget the load in percent at which more are started
   */
  public record Task(
      String containers, String cpu, String memory, int fewest, int most, double cpuTarget) {}

  static RoutersPlan of(EdgeNames names, Inventory inventory, Region region, Arn boundary) {
    Place place = names.regionAt(region);
    String logGroup = "/cellwall/" + place.name() + "/routers";
    String snapshots = names.bucket(place, "snapshots");
    ProxyPlan proxy = proxy(names, inventory, place);
    List<String> repositories = List.of(repository(place, ENVOY), repository(place, LOOKUP));
    return new RoutersPlan(
        place.named("routers"),
        repositories,
        logGroup,
        EdgeRoles.starter(
            place,
            logGroup,
            repositories.stream().map(name -> place.arn("ecr", "repository/" + name)).toList(),
            boundary),
        EdgeRoles.router(names, region, snapshots, boundary),
        PrivateBucketPlan.of(region, snapshots),
        RoutesPlan.of(inventory, names.zone(), region),
        proxy,
        inventory
            .fleet()
            .routerImages()
            .map(
                images -> {
                  ContainersPlan containers =
                      new ContainersPlan(
                          logGroup,
                          region,
                          image(place, ENVOY, images.envoy()),
                          image(place, LOOKUP, images.lookup()),
                          ContainersPlan.environment(names, region, snapshots),
                          proxy.bootstrap());
                  return task(names, region, containers);
                }));
  }

  private static ProxyPlan proxy(EdgeNames names, Inventory inventory, Place place) {
    return ProxyPlan.of(
        place.name(),
        names.zone().host(),
        EntryPlan.ROUTER_PORT,
        EntryPlan.READY_PATH,
        "/" + SigningKeysPlan.OBJECT,
        RoutesPlan.serving(inventory, names.zone())
            .map(
                cell ->
                    new ProxyPlan.Cell(
                        cell.name().toString(),
                        inventory.hostOf(cell),
                        cell.whenUnhealthy() instanceof FailurePolicy.Degraded))
            .toList());
  }

  private static Task task(EdgeNames names, Region region, ContainersPlan containers) {
    int zones = requireNonNull(names.zone().edges().get(region)).availabilityZonesIn(region).size();
    return new Task(containers.json(), "1024", "2048", zones, 10 * zones, 50.0);
  }

  private static String repository(Place place, String name) {
    return place.name() + "/" + name;
  }

  private static String image(Place place, String name, ImageDigest digest) {
    return "%s.dkr.ecr.%s.%s/%s@%s"
        .formatted(
            place.account(),
            place.region(),
            place.region().dnsSuffix(),
            repository(place, name),
            digest);
  }
}
