/** Tests. */
@NullMarked
package io.cellwall.controlplane.policy;

import org.jspecify.annotations.NullMarked;
