package io.cellwall.fleet.synth;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import software.amazon.awscdk.App;

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
   * An app.
   *
   * @param folder where it synthesizes; empty where the CDK CLI says so
   */
  public static App in(Optional<Path> folder) {
    App.Builder builder =
        App.Builder.create()
            .analyticsReporting(false)
            .treeMetadata(false)
            .postCliContext(ALIKE);
    folder.ifPresent(path -> builder.outdir(path.toString()));
    return builder.build();
  }
}
