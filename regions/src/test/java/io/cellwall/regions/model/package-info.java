/** Tests of {@link io.cellwall.regions.model}. */
@NullMarked
package io.cellwall.regions.model;

import org.jspecify.annotations.NullMarked;
