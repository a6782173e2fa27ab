/** Tests. */
@NullMarked
package io.cellwall.controlplane.pipeline;

import org.jspecify.annotations.NullMarked;
