/** {@code cellwall report}: one page that shows the fleet, its walls and what is proven of them. */
@NullMarked
package io.cellwall.fleet.report;

import org.jspecify.annotations.NullMarked;
