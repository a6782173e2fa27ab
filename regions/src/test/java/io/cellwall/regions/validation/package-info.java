/** Tests of {@link io.cellwall.regions.validation}. */
@NullMarked
package io.cellwall.regions.validation;

import org.jspecify.annotations.NullMarked;
