/** {@code cellwall doctor}: what is there, what is missing, how to get it. */
@NullMarked
package io.cellwall.fleet.doctor;

import org.jspecify.annotations.NullMarked;
