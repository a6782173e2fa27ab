package io.cellwall.cell.bundle;

import java.util.Optional;

/**
 * An image that the bundle runs, and where its copy comes from.
 *
 * @param name the name by which the bundle's files refer to it
 * @param repository its repository in the cell's registry, below {@link CellRegistry#IMAGES}
 * @param tag its pinned tag
 * @param digest {@code sha256:...} once the mirroring job has recorded it
 * @param origin where the mirroring job copies it from, without the tag
 * @param when the cells that need it
 */
public record MirroredImage(
    String name, String repository, String tag, Optional<String> digest, String origin, When when) {

  /** What follows the colon of a reference: the tag, and the digest where there is one. */
  String pin() {
    return digest.map(d -> tag + "@" + d).orElse(tag);
  }
}
