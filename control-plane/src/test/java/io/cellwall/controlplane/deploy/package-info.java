/** Tests. */
@NullMarked
package io.cellwall.controlplane.deploy;

import org.jspecify.annotations.NullMarked;
