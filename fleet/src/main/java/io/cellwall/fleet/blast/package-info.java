/** {@code cellwall blast-radius}: whom each kind of failure can reach. */
@NullMarked
package io.cellwall.fleet.blast;

import org.jspecify.annotations.NullMarked;
