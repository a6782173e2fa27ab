package io.cellwall.cell.compute;

import io.cellwall.wiring.Place;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * How instances of node groups are started: Bottlerocket, no keys, no shell, metadata by session
 * only and not for pods.
 *
 * @param name the launch template's name
 * @param amiType what EKS takes the image by
 * @param systemGib size of the volume of the operating system
 * @param dataGib size of the volume of images, logs and empty directories
 * @param settings Bottlerocket's settings, in TOML
 */
public record LaunchPlan(String name, String amiType, int systemGib, int dataGib, String settings) {

  // The containers by which one would log in to a node: AWS publishes them in a registry of its
  // own, and nobody logs in to a cell's nodes.
  // https://bottlerocket.dev/en/os/latest/#/concepts/host-containers/
  private static final String SETTINGS =
      """
      [settings.host-containers.admin]
      enabled = false
      [settings.host-containers.control]
      enabled = false
      [settings.kernel]
      lockdown = "integrity"
      """;

  static LaunchPlan of(Place place) {
    return new LaunchPlan(place.named("nodes"), "BOTTLEROCKET_x86_64", 4, 100, SETTINGS);
  }

  /** The settings as EC2 takes them. */
  public String userData() {
    return Base64.getEncoder().encodeToString(settings.getBytes(StandardCharsets.UTF_8));
  }
}
