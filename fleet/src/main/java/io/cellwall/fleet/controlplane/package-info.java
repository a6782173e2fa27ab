/** cellwall control-plane: synthesize the stacks' control planes, and say what changes in them. */
@NullMarked
package io.cellwall.fleet.controlplane;

import org.jspecify.annotations.NullMarked;
