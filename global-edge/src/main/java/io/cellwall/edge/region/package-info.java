/** The edge of a region: the routers, and the endpoints by which they reach the cells. */
@NullMarked
package io.cellwall.edge.region;

import org.jspecify.annotations.NullMarked;
