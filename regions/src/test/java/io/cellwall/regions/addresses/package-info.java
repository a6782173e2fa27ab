/** Tests of {@link io.cellwall.regions.addresses}. */
@NullMarked
package io.cellwall.regions.addresses;

import org.jspecify.annotations.NullMarked;
