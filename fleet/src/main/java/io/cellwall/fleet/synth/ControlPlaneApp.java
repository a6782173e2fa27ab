package io.cellwall.fleet.synth;

import io.cellwall.controlplane.ControlPlanePlan;
import io.cellwall.controlplane.ControlPlaneStack;
import io.cellwall.policies.cdk.CellwallValidationPlugin;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Validations;

/** Makes apps of the CDK, all alike: a template must not depend on who asked for it. */
public final class ControlPlaneApp {

  // What the CDK CLI would otherwise turn on: construct paths in each resource, and a resource that
  // says who made the template.
  private static final Map<String, Object> ALIKE =
      Map.of(
          "aws:cdk:enable-path-metadata", false,
          "aws:cdk:enable-asset-metadata", false,
          "aws:cdk:disable-asset-staging", true,
          "aws:cdk:version-reporting", false);

  private ControlPlaneApp() {}

  /**
   * Synthesizes where the CDK CLI wants it, judged by the plugin.
   *
   * @param plugin has what it found
   */
  public static void synthesize(List<ControlPlanePlan> plans, CellwallValidationPlugin plugin) {
    App app = in(Optional.empty());
    Validations.of(app).addPlugins(plugin);
    plans.forEach(plan -> new ControlPlaneStack(app, plan));
    try {
      app.synth();
    } catch (RuntimeException e) {
      // What the plugin blocks, the CDK may throw; the rest is wrong.
      if (!plugin.blocked()) {
        throw e;
      }
    }
  }

  /**
   * An app.
   *
   * @param folder where it synthesizes; empty where the CDK CLI says so
   */
  static App in(Optional<Path> folder) {
    App.Builder builder =
        App.Builder.create().analyticsReporting(false).treeMetadata(false).postCliContext(ALIKE);
    folder.ifPresent(path -> builder.outdir(path.toString()));
    return builder.build();
  }
}
