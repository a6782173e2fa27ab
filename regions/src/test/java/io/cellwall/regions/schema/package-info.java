/** Tests of {@link io.cellwall.regions.schema}. */
@NullMarked
package io.cellwall.regions.schema;

import org.jspecify.annotations.NullMarked;
