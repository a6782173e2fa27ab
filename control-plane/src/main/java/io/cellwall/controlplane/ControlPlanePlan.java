package io.cellwall.controlplane;

import io.cellwall.controlplane.deploy.DeployRolePlan;
import io.cellwall.controlplane.deploy.Regions;
import io.cellwall.controlplane.key.KeyPlan;
import io.cellwall.controlplane.pipeline.PipelinePlan;
import io.cellwall.controlplane.place.Place;
import io.cellwall.controlplane.policy.KeyStatements;
import io.cellwall.controlplane.policy.PolicyDocument;
import io.cellwall.controlplane.policy.Statement;
import io.cellwall.controlplane.registry.RegistryPlan;
import io.cellwall.controlplane.state.StatePlan;
import io.cellwall.controlplane.watch.WatchPlan;
import io.cellwall.regions.model.Cell;
import io.cellwall.regions.model.DeployRules;
import io.cellwall.regions.model.Inventory;
import io.cellwall.regions.model.Region;
import io.cellwall.regions.model.Release;
import io.cellwall.regions.model.StackHome;
import io.cellwall.regions.model.StackName;
import io.cellwall.regions.model.StateBackend;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What must exist before one stack's first {@code pulumi up}: data alone, computed from the
 * inventory and from what the stack creates.
 *
 * @param place where the stack stands, and what it is called
 * @param regions where it has resources
 * @param state where its state is kept
 * @param key the key of artifacts, logs and notices
 * @param roles the roles that plan and deploy
 * @param pipeline the pipeline that they work in
 * @param registry how the account's registry treats images; empty for a stack without
 * @param watch who is told of what
 */
public record ControlPlanePlan(
    Place place,
    Regions regions,
    StatePlan state,
    KeyPlan key,
    DeployRolePlan roles,
    PipelinePlan pipeline,
    Optional<RegistryPlan> registry,
    WatchPlan watch) {

  /**
   * The control plane of one stack.
   *
   * @param resourceTypes the types, as Pulumi has them, of all resources that the stack creates
   * @throws IllegalArgumentException if the inventory has no such stack, or it is not known what a
   *     deploy role must be allowed for one of the types
   */
  public static ControlPlanePlan of(
      Inventory inventory, StackName stack, SortedSet<String> resourceTypes) {
    StackHome home = StackHome.of(inventory, stack);
    Place place = Place.of(inventory, home);
    StateBackend backend = new StateBackend(home);
    DeployRules rules = inventory.fleet().deploy();
    Regions regions = regions(inventory, home);
    WatchPlan watch = WatchPlan.of(place, backend, resourceTypes, rules.monthlyBudget());
    List<Statement> work = new ArrayList<>(StatePlan.work(place, backend));
    work.addAll(PipelinePlan.work(place));
    return new ControlPlanePlan(
        place,
        regions,
        StatePlan.of(
            place,
            backend,
            Stream.of("deploy", "preview", "break-glass").map(place::role).toList(),
            watch.logs().name()),
        key(place, watch),
        DeployRolePlan.of(place, regions, resourceTypes, work),
        PipelinePlan.of(
            place,
            backend,
            release(inventory, stack),
            rules,
            rules.approval().asksFor(stack),
            watch.topicArn(),
            watch.logs().name()),
        RegistryPlan.of(resourceTypes),
        watch);
  }

  /** The name of the CloudFormation stack. */
  public String stackName() {
    return place.name();
  }

  private static Release release(Inventory inventory, StackName stack) {
    return stack instanceof StackName.OfCell of
        ? inventory.cell(of.cell()).map(Cell::release).orElse(inventory.fleet().release())
        : inventory.fleet().release();
  }

  // A cell may copy its backups, and a zone's edge has replicas, in other regions of the zone.
  private static Regions regions(Inventory inventory, StackHome home) {
    String own = home.region().code();
    if (home.stack() instanceof StackName.OfCell of) {
      return new Regions(
          own,
          inventory.cell(of.cell()).flatMap(Cell::backupCopyTo).map(Region::code).stream().toList(),
          new TreeSet<>(List.of("backup", "backup-storage", "kms")));
    }
    List<String> others =
        home.stack() instanceof StackName.OfZoneEdge
            ? home.zone().stream()
                .flatMap(zone -> Optional.ofNullable(inventory.zones().get(zone)).stream())
                .flatMap(zone -> zone.edges().keySet().stream())
                .map(Region::code)
                .filter(region -> !region.equals(own))
                .toList()
            : List.of();
    return new Regions(own, others, Collections.emptySortedSet());
  }

  private static KeyPlan key(Place place, WatchPlan watch) {
    List<Statement> statements = new ArrayList<>();
    statements.add(KeyStatements.administration(place));
    statements.add(
        KeyStatements.useBy(
            place,
            "UseByThePipeline",
            Stream.of("deploy", "pipeline", "preview", "teller").map(place::role).toList()));
    statements.add(
        KeyStatements.useByLogs(
            place, place.arn("logs", "log-group:" + PipelinePlan.logGroup(place))));
    statements.add(
        KeyStatements.publish(place, "TellOfMoney", "budgets.amazonaws.com", watch.topicArn()));
    if (watch.trail().isPresent()) {
      statements.add(KeyStatements.trail(WatchPlan.trailOf(place)));
    }
    return new KeyPlan(
        PipelinePlan.keyAlias(place),
        "Artifacts, logs and notices of the pipeline of " + place.stack(),
        new PolicyDocument(statements));
  }
}
