/** Tests of {@link io.cellwall.regions.growth}. */
@NullMarked
package io.cellwall.regions.growth;

import org.jspecify.annotations.NullMarked;
