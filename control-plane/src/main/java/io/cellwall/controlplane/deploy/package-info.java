/** The role that deploys one stack: what it may do, derived from what the stack creates. */
@NullMarked
package io.cellwall.controlplane.deploy;

import org.jspecify.annotations.NullMarked;
