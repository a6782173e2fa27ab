/** {@code cellwall cost}: the fixed monthly cost of each stack, by part. */
@NullMarked
package io.cellwall.fleet.cost;

import org.jspecify.annotations.NullMarked;
