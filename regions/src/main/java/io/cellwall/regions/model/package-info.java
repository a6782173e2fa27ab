/**
 * The fleet as typed, valid values: what every other module plans from.
 *
 * <p>Everything here is immutable and was checked when it was made; reading and cross-file rules
 * live in {@code io.cellwall.regions.reading} and {@code io.cellwall.regions.validation}.
 */
@NullMarked
package io.cellwall.regions.model;

import org.jspecify.annotations.NullMarked;
