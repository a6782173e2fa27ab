/**
 * The platform bundle: what Argo CD installs inside a cell, rendered by pure code.
 *
 * <p>Its manifests and its catalog of charts and images are resources of this module, so they are
 * versioned with the release. {@link io.cellwall.cell.bundle.PlatformBundle} is the way in.
 */
@NullMarked
package io.cellwall.cell.bundle;

import org.jspecify.annotations.NullMarked;
