/** {@code cellwall rehearse}: the life of a stack on the real engine, in a simulated AWS. */
@NullMarked
package io.cellwall.fleet.rehearse;

import org.jspecify.annotations.NullMarked;
