/** cellwall prove: what is proven of the fleet, for who must be shown. */
@NullMarked
package io.cellwall.fleet.prove;

import org.jspecify.annotations.NullMarked;
