/** Tests of {@link io.cellwall.regions.reading}. */
@NullMarked
package io.cellwall.regions.reading;

import org.jspecify.annotations.NullMarked;
